import { familyOf } from '../../actors/family.ts';
import type { SceneActor, SoundKind } from '../../scene.ts';
import type { SoundCue, Whereabouts } from '../../sound/cue.ts';
import type { Placed } from '../cast.ts';
import { changesOf, type TimedChange } from './changing.ts';

const BRITTLE =
  /glass|cup|vase|plate|bowl|bottle|mirror|window|mug|porcelain|ceramic|china|jar|lamp|bulb|ornament|ice|crystal|egg|dish|teapot|pot\b/i;

/** What is heard of the changes of a thing, in the moments in which they are seen. */
export function changeCues(placed: Placed, way: readonly Whereabouts[], durationSeconds: number): SoundCue[] {
  return changesOf(placed.actor, durationSeconds).flatMap((change) =>
    soundsOf(change, placed.actor).flatMap(([kind, at, seconds, gain, more = {}]): SoundCue[] => {
      const startSeconds = Math.max(0, at);
      const length = Math.min(seconds, durationSeconds - startSeconds);
      if (length <= 0.02) return [];
      const pan = way.findLast((where) => where.seconds <= startSeconds + 0.1)?.pan ?? 0;
      return [{ kind, startSeconds, durationSeconds: length, gain, pan: pan * 0.8, ...more }];
    }),
  );
}

type Sounded = readonly [
  kind: SoundKind,
  at: number,
  seconds: number,
  gain: number,
  more?: Partial<Pick<SoundCue, 'of' | 'hits' | 'rate' | 'envelope'>>,
];

function soundsOf({ kind, fromSeconds: from, toSeconds: to }: TimedChange, actor: SceneActor): Sounded[] {
  if (actor.kind === 'fireworks') return [];
  const family = familyOf(actor.kind);
  const words = [actor.word, actor.kind, ...actor.attributes].join(' ');
  const isFlame = /^(?:candle|fire|cake|lantern|pumpkin)$/.test(actor.kind);
  switch (kind) {
    case 'open':
      if (actor.kind === 'book') return [['whoosh', from, 0.6, 0.4]];
      return [
        ['hinge', from, Math.max(0.8, to - from), actor.kind === 'chest' ? 0.7 : 0.9],
        ...(actor.kind === 'chest' ? [['chime', to - 0.2, 2.4, 0.7] as const] : []),
      ];
    case 'close':
      return [
        ['hinge', from, Math.max(0.5, to - from), 0.7],
        ['thump', to, 0.8, 0.9],
      ];
    case 'light':
      return isFlame ? [['fizz', from, 0.7, 0.9], ...fireAfter(actor, from)] : [['click', from, 0.2, 0.9]];
    case 'goOut':
      return isFlame ? [['whoosh', from - 0.5, 0.8, 1, { of: 'breath' }]] : [['click', from, 0.2, 0.9]];
    case 'break':
      return BRITTLE.test(words) ? [['shatter', from, 1.6, 1]] : [['thump', from, 1.6, 1, { of: 'heavy' }]];
    case 'explode':
      return [
        ['explosion', from, 3, 1],
        ['rumble', from, 3.5, 0.5],
        ['fire', from + 0.4, 60, 0.5],
      ];
    case 'pop':
      return [['pop', from, 0.5, 1]];
    case 'collapse':
      return [
        ['rumble', from, to - from + 0.6, 0.5],
        ['creak', from, to - from, 0.8],
        ['thump', to, 2.4, 1, { of: 'heavy' }],
      ];
    case 'drop': {
      if (actor.changes?.some((one) => one.kind === 'break' || one.kind === 'explode'))
        return [['whoosh', to - 0.5, 0.5, 0.6]];
      const hits = [0, 0.25, 0.5].map((seconds, i) => ({ seconds, gain: [1, 0.4, 0.15][i]! }));
      return [['thump', to, 1.2, 0.9, { hits, ...(family === 'ball' ? { of: 'ball' } : {}) }]];
    }
    case 'hit':
      return [
        ['thump', from, 0.5, 1, { of: 'ball' }],
        ['whoosh', from + 0.03, 0.7, 0.7],
        [
          'thump',
          to,
          1.6,
          0.6,
          { of: 'ball', hits: [0, 0.55, 1.1].map((seconds, i) => ({ seconds, gain: [0.8, 0.4, 0.2][i]! })) },
        ],
      ];
    case 'sink':
      return [
        ['creak', from, to - from, 1],
        ['rumble', from, (to - from) * 0.9, 0.35],
        ['splash', from + (to - from) * 0.25, 1.4, 0.8],
        ['splash', from + (to - from) * 0.7, 1.8, 1],
      ];
    case 'surface':
      return [['splash', from, 1.8, 1]];
    case 'land':
      return /^(?:rocket|spaceship)$/.test(actor.kind)
        ? [
            ['launch', 0, to + 0.4, 1, { envelope: swelling(to) }],
            ['thump', to, 1.8, 0.8, { of: 'heavy' }],
          ]
        : [['thump', to, 0.8, 0.5]];
    case 'melt':
      return [['drips', from, 60, 0.9]];
    case 'appear':
    case 'vanish':
      return [
        ['whoosh', from - 0.2, 1.1, 0.9],
        ['chime', from, 2.6, 0.9],
      ];
    case 'arrive':
      return family === 'train' || actor.kind === 'tram'
        ? [
            ['horn', Math.max(0.2, from), 1.8, 0.45, { of: 'train' }],
            ['brakes', to - 2, 3.2, 0.9],
          ]
        : [];
    default:
      return [];
  }
}

const fireAfter = (actor: SceneActor, from: number): Sounded[] =>
  actor.kind === 'fire' ? [['fire', from + 0.3, 60, 0.6]] : [];

const swelling = (to: number): (readonly [number, number])[] => [
  [0, 0.25],
  [to * 0.6, 0.8],
  [to, 1],
  [to + 0.4, 0],
];

/** How loud an engine is that comes and stops, or leaves: as long as it moves, and a little after. */
export function goingEnvelope(actor: SceneActor, durationSeconds: number): SoundCue['envelope'] {
  const going = changesOf(actor, durationSeconds).find(({ kind }) => kind === 'arrive' || kind === 'leave');
  if (going === undefined) return undefined;
  const { kind, fromSeconds: from, toSeconds: to } = going;
  return kind === 'arrive'
    ? [
        [Math.max(0, from - 0.05), 0.12],
        [from + 0.3, 0.5],
        [to - 0.4, 1],
        [Math.min(durationSeconds, to + 0.8), 0.22],
      ]
    : [
        [Math.max(0, from - 0.2), 0.3],
        [from + 0.4, 1],
        [to, 0.5],
        [Math.min(durationSeconds, to + 0.6), 0.1],
      ];
}
