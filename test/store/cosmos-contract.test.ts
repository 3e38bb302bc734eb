import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key, opened } from '../kit/cosmos/opened.ts';
import { weather } from '../kit/cosmos/weather.ts';
import { storeContract } from './contract.ts';

storeContract('the Cosmos store on our stand-in of the wire protocol', async () => {
  const fake = await startCosmosFake();
  return opened({ endpoint: fake.endpoint, key }, fake.close);
});

storeContract('the Cosmos store on our stand-in, every tenth request going wrong', async () => {
  const fake = await startCosmosFake();
  fake.fault = weather(2015);
  return opened({ endpoint: fake.endpoint, key, pause: () => Promise.resolve() }, fake.close);
});
