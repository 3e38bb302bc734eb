/** Loaded before the program, which an older Node cannot even read. The packages bring Node 24 where there is one for the machine. */
import { existsSync } from 'node:fs';

const again = 'The packages are not installed, or not all of them: run npm ci, and try again.';
/** npm writes this file last, when every package is there. */
if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) ends(again);

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) ends(`Samspil needs Node 24, and this is Node ${process.versions.node}: install Node 24 from nodejs.org and try again.`);

/** A package can be lost later, and the project can have come to need another. */
process.on('uncaughtExceptionMonitor', (fault) => {
  const lost = /^Cannot find (package|module) '([^'./][^']*)'/.exec(fault.message);
  if (lost) ends(`The package ${lost[2]} is missing. ${again}`);
});

/** npm starts the program through a shell, and hands a signal to that shell alone: when it has ended, the program ends as well. */
const shell = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === shell) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 200).unref();

function ends(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
