import { runCommand } from './cli/commands.ts';
import { readConfig } from './config.ts';

process.exitCode = await runCommand(process.argv.slice(2), readConfig, {
  say: (line) => console.log(line),
  write: (text) => void process.stdout.write(text),
  warn: (line) => console.error(line),
});
