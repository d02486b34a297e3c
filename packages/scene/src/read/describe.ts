import type { Scene } from '../scene.ts';
import { describeActor } from './describe-actor.ts';
import { withArticle } from './describe-names.ts';
import { describeSet } from './describe-set.ts';

const MAX_CHARACTERS = 600;

/** Says in one English sentence of at most 600 characters what the scene holds, and nothing that it does not. */
export function describeScene(scene: Scene): string {
  const parts = [describeSet(scene)];
  const told = new Set<string>();
  for (const actor of scene.actors) if (!told.has(actor.id)) parts.push(describeActor(actor, scene, told));
  const { shot, move, lens, focus } = scene.camera;
  const view = [SHOTS[shot], LENSES[lens ?? 'ordinary'], focus === 'shallow' ? 'soft background' : '', MOVES[move]];
  const tail = [...view, ...describePlayback(scene), ...describeEvents(scene)].filter((part) => part !== '');
  if (scene.title !== undefined) tail.push(`titled “${scene.title}”`);
  for (const { text, place } of scene.captions ?? []) tail.push(`“${text}” ${WRITTEN[place]}`);
  // A capital that only begins the prompt is none of the word's own.
  const begins = (word: string): boolean => scene.prompt.startsWith(word) && /^[A-Z][a-z]+(?:$| [a-z])/.test(word);
  const drawn = scene.substitutions.map(
    ({ word, by }) =>
      `${begins(word) ? word.toLowerCase() : word} drawn as ${/[^su]s$/.test(by) ? by : withArticle(by)}`,
  );
  return fit(parts, [...tail, ...drawn]);
}

const WRITTEN = { top: 'written at the top', center: 'written in the middle', bottom: 'written at the bottom' };

const MOVES: Record<Scene['camera']['move'], string> = {
  still: '',
  drift: '',
  panLeft: 'the camera pans left',
  panRight: 'the camera pans right',
  tiltUp: 'the camera tilts up',
  tiltDown: 'the camera tilts down',
  truckLeft: 'the camera slides left',
  truckRight: 'the camera slides right',
  zoomIn: 'the camera zooms in',
  zoomOut: 'the camera zooms out',
  dollyIn: 'the camera moves in',
  dollyOut: 'the camera moves back',
  orbit: 'the camera circles',
  craneUp: 'the camera rises',
  craneDown: 'the camera sinks',
  flyOver: 'the camera flies over',
  track: 'the camera follows',
  handheld: 'handheld camera',
};

const SHOTS: Record<Scene['camera']['shot'], string> = {
  extremeWide: 'very wide view',
  wide: 'wide view',
  medium: '',
  close: 'close-up',
  aerial: 'seen from the air',
  topDown: 'seen from straight above',
  low: 'seen from a low angle',
  macro: 'very close',
  portrait: 'portrait',
  high: 'seen from a high angle',
  overShoulder: 'seen over a shoulder',
  pov: 'seen through somebody’s eyes',
};

const LENSES: Record<NonNullable<Scene['camera']['lens']> | 'ordinary', string> = {
  ordinary: '',
  wide: 'wide lens',
  telephoto: 'long lens',
  fisheye: 'very wide lens',
};

/** Where cars would be missed. */
const HAS_TRAFFIC = /^(?:street|road|skyline|alley|river|station|village|harbour)$/;

/** A still has a moment of it, so that this is true of both. */
function describePlayback({ playback, set, without = [] }: Scene): string[] {
  return [
    ...(playback !== undefined && playback.speed < 1 ? ['in slow motion'] : []),
    ...(playback?.reverse === true ? ['backwards'] : []),
    ...(playback?.loop === true ? ['as a loop'] : []),
    ...without
      .filter((name) => name === 'people' || (name === 'cars' && HAS_TRAFFIC.test(set)))
      .map((name) => `no ${name}`),
  ];
}

function describeEvents({ events, lightRays, haze, weather, particles = [] }: Scene): string[] {
  const names = {
    lightsUp: 'lights come on',
    lightning: 'lightning flashes',
    fireworks: 'fireworks burst',
    timeLapse: 'time passes quickly',
    lightStreaks: 'light trails streak by',
  };
  const told = events.map(({ kind }) => names[kind]);
  for (const kind of particles) told.push(kind === 'seeds' ? 'dandelion seeds in the air' : `${kind} in the air`);
  if (lightRays) told.push('rays of light');
  if (haze >= 0.3 && weather !== 'fog') told.push('haze');
  return told;
}

/** Joins what fits: the set and the first things always, later things as long as there is room. */
function fit(parts: readonly string[], tail: readonly string[]): string {
  const [head = '', ...actors] = parts;
  let sentence = head;
  const add = (text: string, glue: string): void => {
    if (sentence.length + glue.length + text.length < MAX_CHARACTERS - 1) sentence += glue + text;
  };
  actors.forEach((actor, i) => {
    add(actor, i === 0 ? ' with ' : i === actors.length - 1 ? ' and ' : ', ');
  });
  tail.forEach((part, i) => {
    add(part, i === 0 ? '; ' : ', ');
  });
  return `${sentence}.`;
}
