/**
 * The renderer alone, one thread, 720p: each stage at three sizes of one scene, beside the trial kernel that ours grew from,
 * and a whole frame beside three.js. All take turns at the same frames, so that a busy machine slows them alike.
 */
import { readFile } from 'node:fs/promises';
import { compileKernel, createRenderer, kernelUrl, type Renderer } from '@openimagine/render';
import { type Grove, groveOf, HEIGHT, momentsOf, WIDTH } from './render-scene.ts';
import { openThree } from './render-three.ts';
import { openTrial, type Trial } from './render-trial.ts';
import { median, report } from './report.ts';

const TRIANGLES = [50_000, 150_000, 400_000];
const FRAMES = 15;
const WARM_FRAMES = 4;
const THREE_TRIANGLES = 150_000;
const THREE_FRAMES = 9;
/** Our passes, as the stages that both have. */
const STAGES = {
  geometry: ['prepare', 'raster'],
  shadow: ['shadow'],
  lights: ['lights'],
  mask: ['mask'],
  shade: ['shade', 'sprites'],
  bloom: ['bloom'],
  finish: ['grade', 'smooth'],
  i420: ['i420'],
} as const;

type Stages = Readonly<Record<string, number>>;

export async function benchRender(): Promise<void> {
  const kernel = await compileKernel(new Uint8Array(await readFile(kernelUrl)));
  const folder = process.argv.find((argument) => argument.startsWith('--trial='))?.slice('--trial='.length);
  const trials = folder
    ? ([
        ['trial', await openTrial(folder, false)],
        ['trial, relaxed', await openTrial(folder, true)],
      ] as const)
    : [];
  const sums = new Map<string, number>();
  for (const triangles of TRIANGLES) {
    const grove = groveOf(triangles);
    for (const [name, stages] of timeStages(kernel, grove, trials)) {
      const sum = Object.values(stages).reduce((all, ms) => all + ms, 0);
      sums.set(name, (sums.get(name) ?? 0) + sum);
      const line = Object.entries(stages).map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`);
      console.log(
        `${Math.round(grove.triangleCount / 1000)} k triangles, ${name.padEnd(14)} ${sum.toFixed(1)} ms: ${line.join(' · ')}`,
      );
    }
  }
  const ours = sums.get('ours')!;
  for (const name of ['trial', 'trial, relaxed']) {
    const theirs = sums.get(name);
    report(
      `render stages in sum, ours beside the ${name}`,
      theirs ? `${(theirs / ours).toFixed(2)} × faster` : 'not measured',
      '≥ 1.2 ×',
    );
  }
  await compareWithThree(kernel);
}

/** Medians of each stage. */
function timeStages(
  kernel: WebAssembly.Module,
  grove: Grove,
  trials: readonly (readonly [string, Trial])[],
): Map<string, Stages> {
  const renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
  const momentAt = momentsOf(grove);
  const drawOurs = (seconds: number): Stages => {
    renderer.render(momentAt(seconds), 1).i420();
    const of = (passes: readonly string[]): number =>
      passes.reduce((ms, pass) => ms + (renderer.timings[pass] ?? 0), 0);
    return Object.fromEntries(Object.entries(STAGES).map(([stage, passes]) => [stage, of(passes)]));
  };
  const all = [['ours', drawOurs] as const, ...trials.map(([name, open]) => [name, open(grove).draw] as const)];
  const frames = new Map<string, Stages[]>(all.map(([name]) => [name, []]));
  for (let i = 0; i < WARM_FRAMES + FRAMES; i++) {
    for (const [name, draw] of i % 2 === 0 ? all : all.toReversed()) {
      const stages = draw(i / 24);
      if (i >= WARM_FRAMES) frames.get(name)!.push(stages);
    }
  }
  renderer.dispose();
  const medianOf = (list: readonly Stages[]): Stages =>
    Object.fromEntries(Object.keys(list[0]!).map((stage) => [stage, median(list.map((stages) => stages[stage]!))]));
  return new Map([...frames].map(([name, list]) => [name, medianOf(list)]));
}

async function compareWithThree(kernel: WebAssembly.Module): Promise<void> {
  const grove = groveOf(THREE_TRIANGLES);
  const momentAt = momentsOf(grove);
  const renderer: Renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
  const drawOurs = (seconds: number): number => {
    const started = performance.now();
    renderer.render(momentAt(seconds), 1);
    return performance.now() - started;
  };
  const opened = await openThree(grove).catch((error: unknown) => String(error));
  if (typeof opened === 'string') {
    report('a frame of 150 k triangles, ours beside three.js', 'not measured', '≥ 6 ×');
    console.log(`  ${opened}`);
    return;
  }
  await using three = opened;
  const times: Record<'ours' | 'with' | 'without', number[]> = { ours: [], with: [], without: [] };
  for (let i = 0; i < WARM_FRAMES + THREE_FRAMES; i++) {
    const seconds = i / 24;
    const frame = {
      ours: drawOurs(seconds),
      with: await three.draw(seconds, true),
      without: await three.draw(seconds, false),
    };
    if (i < WARM_FRAMES) continue;
    for (const name of ['ours', 'with', 'without'] as const) times[name].push(frame[name]);
  }
  const [ours, lit, unlit] = [median(times.ours), median(times.with), median(times.without)];
  report(`a frame of 150 k triangles, sun shadow, 16 lights: ours`, `${ours.toFixed(0)} ms`);
  report(
    `  three.js ${three.version} in ${three.where}`,
    `${lit.toFixed(0)} ms (${unlit.toFixed(0)} without the lights)`,
  );
  report('  ratio', `${(lit / ours).toFixed(1)} × faster`, '≥ 6 ×');
  const shown = process.argv.find((argument) => argument.startsWith('--pictures='))?.slice('--pictures='.length);
  if (shown) await three.savePictures(shown, renderer.render(momentAt(0), 1));
}
