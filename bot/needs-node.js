/** Loaded before the program, which an older Node cannot even read. The packages bring Node 24 where there is one for the machine. */
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Samspil needs Node 24, and this is Node ${process.versions.node}: install Node 24 from nodejs.org and try again.\n`,
  );
  process.exit(1);
}
