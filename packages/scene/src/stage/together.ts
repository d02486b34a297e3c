import { familyOf } from '../actors/family.ts';
import type { SceneActor } from '../scene.ts';

/** What two or more do with one another, or one with a thing before it. */
export type TogetherKind =
  | 'hug'
  | 'kiss'
  | 'shakeHands'
  | 'highFive'
  | 'handInHand'
  | 'danceClosely'
  | 'dance'
  | 'talk'
  | 'argue'
  | 'fight'
  /** Opposite each other, each as it is. */
  | 'faceOff'
  | 'propose'
  | 'circle'
  /** Behind a table or desk, seated or standing. */
  | 'sitAt'
  | 'standAt'
  /** On the bench of a piano, seen from the side. */
  | 'atPiano'
  /** At both ends of a table, with a game between them. */
  | 'playAt'
  /** Turned to what is beside: low things are knelt at. */
  | 'face'
  | 'push'
  | 'watch';

export interface Member {
  readonly id: string;
  readonly copy: number;
}

/** Who is together. Of two the first stands on the left. */
export interface Together {
  readonly how: TogetherKind;
  readonly members: readonly Member[];
  /** What the members have before them, where it is none of them. */
  readonly target?: string;
}

/** What one of them knows of it, for a body to be bent by. */
export interface Part {
  readonly how: TogetherKind;
  /** 1 on the left of the picture, −1 on the right. */
  readonly side: 1 | -1;
  /** The other's height to its own. */
  readonly ratio: number;
  /** Whether the thing before it is one to kneel at. */
  readonly low?: boolean;
}

const BY_DOES: Readonly<Record<string, TogetherKind>> = {
  hug: 'hug',
  embrace: 'hug',
  cuddle: 'hug',
  comfort: 'hug',
  'hug each other': 'hug',
  kiss: 'kiss',
  'kiss each other': 'kiss',
  'shake hands': 'shakeHands',
  'high five': 'highFive',
  'hold hands': 'handInHand',
  waltz: 'danceClosely',
  tango: 'danceClosely',
  salsa: 'danceClosely',
  foxtrot: 'danceClosely',
  'slow dance': 'danceClosely',
  'ballroom dance': 'danceClosely',
  'hand in hand': 'handInHand',
  talk: 'talk',
  chat: 'talk',
  gossip: 'talk',
  discuss: 'talk',
  converse: 'talk',
  whisper: 'talk',
  negotiate: 'talk',
  argue: 'argue',
  debate: 'argue',
  quarrel: 'argue',
  propose: 'propose',
  face: 'faceOff',
  'stare at': 'faceOff',
};
const AT_REST = /^(?:read|write|type|work|study|eat|drink|draw|code|program|sew|think|sip|sketch|play|dine)$/;
const AT_WORK =
  /^(?:cook|chop|cut|mix|bake|serve|pour|prepare|stir|knead|repair|fix|build|examine|paint|carve|polish)$/;
const AUDIENCE = /^(?:watch|listen|cheer|applaud|clap|look at|admire|observe)$/;
const TOUCH =
  /^(?:pet|stroke|feed|build|make|play with|play|groom|brush|wash|water|plant|pick|examine|inspect|dig|harvest|gather|help|comfort|tend|light|sculpt|touch|hug|kiss|rescue)$/;
const DIRECTED: ReadonlySet<TogetherKind> = new Set([
  'hug',
  'kiss',
  'shakeHands',
  'highFive',
  'handInHand',
  'propose',
  'danceClosely',
]);
const NEAR = /^(?:nextTo|holding|inFrontOf)$/;

const isBody = ({ kind }: SceneActor): boolean => /^(?:person|robot)$/.test(familyOf(kind));
const isGoing = ({ motion }: SceneActor): boolean => /^(?:walk|run|drive|fly|swim|float)$/.test(motion.kind);

/** What a body does with others of its kind, by its verb. */
function kindOf(actor: SceneActor): TogetherKind | undefined {
  const told = BY_DOES[actor.does ?? ''] ?? actor.attributes.map((look) => BY_DOES[look]).find(Boolean);
  if (told !== undefined) return told;
  if (actor.pose === 'fighting') return 'fight';
  if (actor.motion.kind !== 'dance') return undefined;
  return /couple|partners|pair|lovers|newlyweds/i.test(actor.word) ? 'danceClosely' : 'dance';
}

/** Finds who is together; nobody is in two groups. */
export function groupsOf(actors: readonly SceneActor[]): Together[] {
  const groups: Together[] = [];
  const taken = new Set<string>();
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const put = (group: Together): void => {
    for (const { id } of group.members) taken.add(id);
    groups.push(group);
  };
  for (const actor of actors) {
    if (!isBody(actor) || taken.has(actor.id)) continue;
    const group = withOthers(actor, actors, byId, taken) ?? withThing(actor, byId) ?? asAudience(actor, actors);
    if (group) put(group);
  }
  return shareTables(groups, actors, taken);
}

/** All at one table are one group, and so is who is with one of them. */
function shareTables(
  groups: readonly Together[],
  actors: readonly SceneActor[],
  taken: ReadonlySet<string>,
): Together[] {
  const isAt = ({ how }: Together): boolean => how === 'sitAt' || how === 'standAt';
  const shared: Together[] = [];
  for (const group of groups) {
    const first = isAt(group) ? shared.find((one) => isAt(one) && one.target === group.target) : undefined;
    if (first) shared[shared.indexOf(first)] = { ...first, members: [...first.members, ...group.members] };
    else shared.push(group);
  }
  return shared.map((group) => {
    if (!isAt(group)) return group;
    const company = actors.filter(
      (actor) =>
        isBody(actor) &&
        !taken.has(actor.id) &&
        (actor.relation === undefined
          ? actor.count <= 3 && AUDIENCE.test(actor.does ?? '')
          : actor.relation.kind === 'nextTo' && group.members.some(({ id }) => id === actor.relation!.to)),
    );
    const more = company.flatMap(({ id, count }) => Array.from({ length: count }, (_, copy) => ({ id, copy })));
    return { ...group, members: [...group.members, ...more].slice(0, 8) };
  });
}

function withOthers(
  actor: SceneActor,
  actors: readonly SceneActor[],
  byId: ReadonlyMap<string, SceneActor>,
  taken: ReadonlySet<string>,
): Together | undefined {
  const how = kindOf(actor);
  if (how === undefined || (isGoing(actor) && how !== 'handInHand')) return undefined;
  const target = actor.relation && byId.get(actor.relation.to);
  const isMet =
    target !== undefined &&
    target.count === 1 &&
    isBody(target) &&
    !taken.has(target.id) &&
    /^(?:nextTo|holding|inFrontOf|behind)$/.test(actor.relation!.kind);
  const isLeft = (one: SceneActor, other: SceneActor): boolean => one.place !== 'right' && other.place !== 'left';
  const pair = (other: SceneActor): Together => {
    const order = isLeft(actor, other) ? [actor, other] : [other, actor];
    return { how, members: order.map(({ id }) => ({ id, copy: 0 })) };
  };
  if (isMet && actor.count === 1) return pair(target);
  if (actor.relation !== undefined && actor.relation.kind !== 'nextTo' && how !== 'handInHand') return undefined;
  if (actor.count === 2) return { how, members: [0, 1].map((copy) => ({ id: actor.id, copy })) };
  if (actor.count > 2)
    return how === 'talk' || how === 'argue'
      ? {
          how: 'circle',
          members: Array.from({ length: Math.min(8, actor.count) }, (_, copy) => ({ id: actor.id, copy })),
        }
      : undefined;
  const free = actors.filter((one) => one !== actor && isBody(one) && one.count === 1 && !taken.has(one.id));
  const other =
    free.find((one) => kindOf(one) === how) ??
    free.find((one) => one.relation?.to === actor.id && one.relation.kind === 'nextTo' && kindOf(one) === undefined) ??
    // A man proposes to a woman: she need not do anything.
    (DIRECTED.has(how) ? free.find((one) => kindOf(one) === undefined && !isGoing(one)) : undefined);
  // Who dances with somebody holds him.
  const isWith = other?.relation?.to === actor.id && how === 'dance';
  return other && (isWith ? { ...pair(other), how: 'danceClosely' } : pair(other));
}

function withThing(actor: SceneActor, byId: ReadonlyMap<string, SceneActor>): Together | undefined {
  const target = actor.relation && byId.get(actor.relation.to);
  if (!target || isGoing(actor) || actor.count > 6) return undefined;
  const { kind } = actor.relation!;
  const members = Array.from({ length: actor.count }, (_, copy) => ({ id: actor.id, copy }));
  if (
    target.kind === 'piano' &&
    !/keyboard|synth/.test(target.word) &&
    /^(?:nextTo|holding|on|inFrontOf|behind)$/.test(kind)
  )
    return { how: 'atPiano', members, target: target.id };
  if (target.kind === 'drums' && actor.count === 1 && /^(?:nextTo|holding|behind)$/.test(kind))
    return { how: 'sitAt', members, target: target.id };
  if (target.kind === 'table' && actor.count === 2 && actor.does === 'play')
    return { how: 'playAt', members, target: target.id };
  const isTable = target.kind === 'table' || target.kind === 'piano';
  if (isTable && /^(?:nextTo|behind|inFrontOf)$/.test(kind)) {
    if (AT_WORK.test(actor.does ?? '')) return { how: 'standAt', members, target: target.id };
    const isSeated = actor.pose === 'sitting' || (actor.pose === 'default' && AT_REST.test(actor.does ?? ''));
    if (isSeated) return { how: 'sitAt', members, target: target.id };
    if (kind === 'behind') return { how: 'standAt', members, target: target.id };
    // "At a desk" and "by a table" are one word to the reader: unless told to stand, people sit.
    if (actor.pose === 'default' && !target.isSubject && kind !== 'inFrontOf')
      return { how: 'sitAt', members, target: target.id };
  }
  if (!NEAR.test(kind) || kind === 'holding' || actor.does === undefined || actor.says !== undefined) return undefined;
  // Who pushes somebody in a wheelchair pushes the wheelchair.
  const isCarried = target.relation && /^(?:on|inside|riding)$/.test(target.relation.kind);
  return { how: actor.does === 'push' ? 'push' : 'face', members, target: isCarried ? target.relation!.to : target.id };
}

/** Several who look on stand round what they look at, or round whoever the picture is about. */
function asAudience(actor: SceneActor, actors: readonly SceneActor[]): Together | undefined {
  const isAudience =
    AUDIENCE.test(actor.does ?? '') || /spectator|audience|onlooker|bystander|crowd|fans/i.test(actor.word);
  if (actor.count < 3 || !isAudience) return undefined;
  const target =
    actors.find(({ id }) => id === actor.relation?.to) ??
    actors.find((one) => one !== actor && one.count < 9 && one.isSubject);
  if (target === undefined || target.id === actor.id || isGoing(target)) return undefined;
  return {
    how: 'watch',
    members: Array.from({ length: actor.count }, (_, copy) => ({ id: actor.id, copy })),
    target: target.id,
  };
}

/** Whether somebody is too small to look over a table. */
export const isShort = (actor: SceneActor): boolean => statureOf(actor) < 0.72;

const isYoung = ({ attributes }: SceneActor): boolean => attributes.some((look) => /^(?:child|girl|boy)$/.test(look));
/** Height of a body to an adult's; a little child is not a doll. */
export const statureOf = (actor: SceneActor): number => {
  if (!isYoung(actor)) return actor.size;
  return 0.86 * (actor.size < 0.62 && !actor.attributes.includes('baby') ? 0.42 + actor.size * 0.32 : actor.size);
};

/** What each copy of each actor does with others, by `id/copy`. */
export function partsOf(actors: readonly SceneActor[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  for (const { how, members, target } of groupsOf(actors)) {
    members.forEach(({ id, copy }, i) => {
      const self = byId.get(id)!;
      const other = byId.get(target ?? members[1 - i]?.id ?? id) ?? self;
      parts.set(`${id}/${copy}`, {
        // Children sit high where others stand.
        how: how === 'standAt' && isShort(self) ? 'sitAt' : how,
        side: i === 0 ? 1 : -1,
        ratio: statureOf(other) / statureOf(self),
        ...(target === undefined
          ? {}
          : {
              low:
                TOUCH.test(self.does ?? '') &&
                isLow(other) &&
                (members.length < 3 || i === 0 || i === members.length - 1),
            }),
      });
    });
  }
  return parts;
}

/** What one has to kneel at: small beasts, what is built of sand, what grows in a bed. */
function isLow({ kind, word, size, attributes }: SceneActor): boolean {
  if (/^(?:cat|rabbit|duck|chicken|bird|hedgehog|squirrel|mouse|turtle|frog|flower|mushroom|crab)$/.test(kind))
    return true;
  if (kind === 'dog') return size < 1.3;
  return isYoung({ attributes } as SceneActor)
    ? size < 0.8
    : /sand|puppy|kitten|campfire|vegetable|seedling|toy/i.test(word);
}
