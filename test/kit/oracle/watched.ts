import { watch } from './untrue.ts';

watch();
