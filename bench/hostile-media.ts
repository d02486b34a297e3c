/** Prints what becomes of every hostile file, the slowest, and the memory it took: `node bench/hostile-media.ts`. */
import { runHostile } from '../packages/media/test/hostile/run-hostile.ts';

const { outcomes, connections, childPeakBytes, grownBytes } = await runHostile();
for (const { file, bytes, milliseconds, facts, error } of outcomes) {
  const end = error
    ? `${error.kind}: ${error.message}`
    : `accepted (${file.fine ?? 'but should not'}): ${JSON.stringify(facts)}`;
  console.log(
    `${file.name.padEnd(34)} ${String(bytes).padStart(9)} B ${milliseconds.toFixed(0).padStart(5)} ms  ${end}`,
  );
}
const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds)[0]!;
const megabytes = (size: number) => `${Math.round(size / 1e6)} MB`;
console.log(`\n${outcomes.length} files, ${outcomes.filter(({ error }) => error).length} refused`);
console.log(`slowest: ${slowest.file.name}, ${slowest.milliseconds.toFixed(0)} ms`);
console.log(`child at most: ${megabytes(childPeakBytes)}; this process grew by ${megabytes(grownBytes)}`);
console.log(`connections to what the files name: ${connections}`);
