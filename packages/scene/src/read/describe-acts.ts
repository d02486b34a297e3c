import type { Act, SceneActor } from '../scene.ts';

const MOTIONS: Partial<Record<NonNullable<Act['motion']>['kind'], string>> = {
  walk: 'walking',
  run: 'running',
  fly: 'flying',
  swim: 'swimming',
  jump: 'jumping',
  dance: 'dancing',
  wave: 'waving',
  spin: 'spinning',
};

/** "…, then standing up, then walking away": what an actor does after what was told of it first. */
export function describeActs({ acts = [] }: SceneActor): string {
  const told = acts.map(({ pose, motion, does }) => {
    if (does !== undefined) return participle(does);
    const way = motion?.direction === 'away' || motion?.direction === 'toward' ? ` ${AWAY[motion.direction]}` : '';
    const moving = motion && MOTIONS[motion.kind];
    return moving ? moving + way : pose === 'sitting' || pose === 'lying' || pose === 'standing' ? pose : undefined;
  });
  return told.flatMap((act) => (act === undefined ? [] : [`then ${act}`])).join(' ');
}

const AWAY = { away: 'away', toward: 'closer' } as const;

/** `walk away` → `walking away`. */
function participle(does: string): string {
  const [verb = '', ...rest] = does.split(' ');
  if (/ic$/.test(verb)) return [`${verb}king`, ...rest].join(' ');
  const stem = /[^e]e$/.test(verb)
    ? verb.slice(0, -1)
    : /^[^aeiou]*[aeiou][bdglmnprt]$/.test(verb)
      ? verb + verb.at(-1)
      : verb;
  return [`${/ie$/.test(verb) ? `${verb.slice(0, -2)}y` : stem}ing`, ...rest].join(' ');
}
