import type { Scene } from '../../scene.ts';
import type { ActorTurn, Sequel } from './sequel.ts';

const HOURS: Readonly<Record<Scene['time'], string>> = {
  dawn: 'dawn breaks',
  morning: 'it becomes morning',
  day: 'it becomes day',
  golden: 'the light turns golden',
  sunset: 'the sun sets',
  dusk: 'dusk falls',
  night: 'night falls',
};
const WEATHERS: Readonly<Record<Scene['weather'], string>> = {
  clear: 'the sky clears',
  cloudy: 'clouds gather',
  rain: 'it begins to rain',
  storm: 'a storm breaks',
  snow: 'it begins to snow',
  fog: 'fog comes up',
};

/** One sentence on how a film goes on. */
export function describeSequel(sequel: Sequel, scene: Scene): string {
  const parts: string[] = [];
  for (const [id, turn] of Object.entries(sequel.turns)) {
    const actor = scene.actors.find((one) => one.id === id);
    if (actor) parts.push(`the ${actor.word} ${doing(turn)}`);
  }
  for (const { actorId, says } of sequel.lines ?? []) {
    const actor = scene.actors.find((one) => one.id === actorId);
    if (actor) parts.push(`the ${actor.word} says “${says}”`);
  }
  for (const { word, count } of sequel.newcomers)
    parts.push(count > 1 ? `${count} × ${word} come in` : `a ${word} comes in`);
  if (sequel.timeTo) parts.push(HOURS[sequel.timeTo]);
  if (sequel.weather) parts.push(WEATHERS[sequel.weather]);
  if (sequel.events.includes('fireworks')) parts.push('fireworks go up');
  if (sequel.camera) parts.push('the camera moves on');
  const told = parts.length === 0 ? 'the scene goes on' : parts.join(', ');
  return `Then ${told}.`;
}

function doing(turn: ActorTurn): string {
  switch (turn.kind) {
    case 'leave':
      return { fade: 'fades away', fly: 'flies off and out of sight', go: 'goes away' }[turn.manner];
    case 'stop':
      return 'stops';
    case 'face':
      return turn.to === 'camera' ? 'turns to the camera' : 'turns away';
    case 'become':
      return turn.pose === 'default' || turn.motion.kind !== 'idle'
        ? (GAITS[turn.motion.kind] ?? 'moves')
        : `is ${turn.pose}`;
  }
}

const GAITS: Readonly<Record<string, string>> = {
  wave: 'waves',
  dance: 'dances',
  jump: 'jumps',
  spin: 'spins',
  sway: 'sways',
  walk: 'walks on',
  run: 'runs',
  fly: 'flies',
};
