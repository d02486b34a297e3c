import { familyOf } from '../actors/family.ts';
import { nameColor } from '../lexicon/colors.ts';
import { plural } from '../lexicon/plurals.ts';
import type { Relation, Scene, SceneActor } from '../scene.ts';
import { describeActs } from './describe-acts.ts';
import { contentsOf, definite, nameOf, namesPair, properName, withArticle } from './describe-names.ts';
import { isAnimateKind } from './mention.ts';
import { wornName } from './words-of-manner.ts';

/** Says what an actor is and does; what it is tied to is told in the same breath, once. */
export function describeActor(actor: SceneActor, scene: Scene, told: Set<string>): string {
  told.add(actor.id);
  const isRidden = scene.actors.some(({ relation }) => relation?.kind === 'riding' && relation.to === actor.id);
  const does = isRidden
    ? ''
    : actor.pose === 'sitting' || actor.pose === 'lying' || actor.pose === 'fighting'
      ? actor.pose
      : actor.kind === 'house' && actor.motion.kind === 'flicker'
        ? 'burning'
        : (MOTIONS[actor.motion.kind] ?? '');
  const mate = actor.relation && scene.actors.find(({ id }) => id === actor.relation?.to);
  // Who holds a sword is told to hold it; the sword need not be told to be held.
  const isSaid = mate !== undefined && mate.relation?.to === actor.id && told.has(mate.id);
  const other = isSaid ? undefined : mate;
  const tie =
    actor.relation && other
      ? `${RELATIONS[actor.relation.kind]} ${told.has(other.id) ? definite(nameOf(other, other.count > 1)) : describeActor(other, scene, told)}`
      : '';
  const place =
    actor.place === undefined
      ? ''
      : {
          left: 'on the left',
          right: 'on the right',
          center: 'in the middle',
          foreground: 'in the foreground',
          background: 'in the background',
          top: 'at the top',
          bottom: 'at the bottom',
        }[actor.place];
  const text = actor.text === undefined ? '' : `with the words “${actor.text.slice(0, 60)}”`;
  const says = actor.says === undefined ? '' : `saying “${actor.says.slice(0, 60)}”`;
  return [nounPhrase(actor), text, says, actor.relation?.kind === 'riding' ? '' : does, place, tie, describeActs(actor)]
    .filter((word) => word !== '')
    .join(' ');
}

const RELATIONS: Record<Relation, string> = {
  on: 'on',
  under: 'under',
  leftOf: 'to the left of',
  rightOf: 'to the right of',
  behind: 'behind',
  inFrontOf: 'in front of',
  nextTo: 'next to',
  above: 'above',
  inside: 'in',
  around: 'around',
  holding: 'holding',
  heldBy: 'held by',
  riding: 'riding',
  wearing: 'wearing',
  between: 'between',
  insteadOf: 'in the place of',
};

const MOTIONS: Partial<Record<SceneActor['motion']['kind'], string>> = {
  walk: 'walking',
  run: 'running',
  fly: 'flying',
  float: 'drifting',
  launch: 'launching',
  drive: 'driving',
  swim: 'swimming',
  rise: 'rising',
  fall: 'falling',
  spin: 'spinning',
  dance: 'dancing',
  wave: 'waving',
  jump: 'jumping',
  flicker: 'flickering',
  fade: 'fading away',
};

/** One word for several: told as one. */
const GROUPS = /^(?:couple|family|crowd|team|choir|orchestra|army|audience|band|tribe|squad|parade)$/;

function nounPhrase(actor: SceneActor): string {
  const size = actor.size >= 2.4 ? 'huge' : actor.size >= 1.5 ? 'large' : actor.size <= 0.5 ? 'small' : '';
  const looks = actor.attributes
    .filter(
      (word) =>
        !actor.word.toLowerCase().split(' ').includes(word) &&
        /^(?:old|glowing|wooden|metal|snowy|striped|broken|burning|ringed|crystal|furry|dark|marble)$/.test(word),
    )
    .slice(0, 2);
  const color = actor.color === undefined || /^(?:thing|person)$/.test(actor.kind) ? '' : nameColor(actor.color);
  const name = namesPair(actor) ?? nameOf(actor, actor.count > 1) + contentsOf(actor);
  const hue = name.startsWith(`${color} `) ? '' : color;
  const proper = actor.count === 1 ? properName(name) : undefined;
  if (proper !== undefined && looks.length === 0 && hue === '') return [proper, ...dressOf(actor)].join(' ');
  const parts = [size, ...looks, hue, name].filter((word) => word !== '').join(' ');
  const isGroup = actor.count > 1 && GROUPS.test(actor.word.toLowerCase()) && name === plural(actor.word.toLowerCase());
  if (isGroup) return [withArticle(parts.replace(name, actor.word.toLowerCase())), ...dressOf(actor)].join(' ');
  const whole = actor.count === 1 ? withArticle(parts) : `${NUMBERS[actor.count] ?? actor.count} ${parts}`;
  return [whole, ...dressOf(actor)].join(' ');
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Looks that come with a trade are not told: knights wear armour. */
const OWN_DRESS = /^(?:hat|coat|armou?r|apron|robe|cape|uniform|helmet|spacesuit|wetsuit|suit|dress|hair|beard)$/;

/** Grown or drawn on a body, and not put on. */
const SHOWN_ON_SKIN = /^(?:freckles|braids|dreadlocks|bangs|pigtails|stubble|scars|tattoos|wrinkles)$/;

const GROWN = /^(?:hair|eyes|beard|mustache|skin)$/;

/** What people wear, and their hair and eyes, as far as they are drawn. */
function dressOf({ kind, attributes, parts = [], count }: SceneActor): string[] {
  if (familyOf(kind) !== 'person' && !isAnimateKind({ kind, same: true })) return [];
  const isGrown = (name: string): boolean => GROWN.test(name) || SHOWN_ON_SKIN.test(name);
  const grown = parts.filter(({ name }) => isGrown(name)).map(({ name, color }) => `${nameColor(color)} ${name}`);
  const dyed = parts.filter(({ name }) => !isGrown(name) && (name === 'clothes' || wornName(name) !== undefined));
  const shown = attributes.filter((name) => SHOWN_ON_SKIN.test(name) && !grown.some((one) => one.endsWith(name)));
  const plain = attributes.filter(
    (name) =>
      !SHOWN_ON_SKIN.test(name) &&
      wornName(name) === name &&
      !OWN_DRESS.test(name) &&
      !parts.some((part) => part.name === name),
  );
  const worn = [...dyed.map(({ name, color }) => `${nameColor(color)} ${name}`), ...plain].slice(0, 3);
  const named = worn.map((name) =>
    count > 1 ? plural(name) : /(?:[^s]s|armou?r)$/.test(name) ? name : withArticle(name),
  );
  return [
    ...(grown.length + shown.length === 0 ? [] : [`with ${[...grown, ...shown].slice(0, 3).join(' and ')}`]),
    ...(named.length === 0 ? [] : [`in ${named.join(' and ')}`]),
    ...attributes.flatMap((look) =>
      look.startsWith('mouthful ') ? [`with a ${look.slice('mouthful '.length)} in its mouth`] : [],
    ),
  ];
}
