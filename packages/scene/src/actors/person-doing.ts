import type { ActorContext } from './actor.ts';
import type { GestureName } from './person-gestures.ts';
import type { Activity } from './person-posture.ts';
import type { Tool } from './person-tool.ts';
import type { Item } from './person-wear.ts';
import { says } from './rig.ts';

/** What a verb or a trade has somebody do with the upper body, with the legs, and with a thing at hand. */
export interface Doing {
  readonly gesture?: GestureName;
  readonly stance?: Activity;
  /** In the right hand, in the left, or before the chest; shown where the prompt names no thing of its own. */
  readonly right?: Item;
  readonly left?: Item;
  readonly before?: Item;
  /** Swung, cast or carried; it points where the posture says. */
  readonly tool?: Tool;
}

/** Doings by the plain forms of verbs. */
const DOINGS: readonly (readonly [verbs: string, doing: Doing])[] = [
  ['read study', { gesture: 'read', before: 'book' }],
  ['paint draw sketch', { gesture: 'paint', right: 'brush', left: 'palette' }],
  ['write', { gesture: 'write', right: 'pencil', before: 'book' }],
  ['cook stir bake mix grill fry boil', { gesture: 'stir', right: 'ladle', left: 'pan' }],
  ['type work code program', { gesture: 'type' }],
  ['drink sip', { gesture: 'drink', right: 'mug' }],
  ['eat taste bite lick nibble chew devour smoke', { gesture: 'drink' }],
  ['call phone telephone', { gesture: 'phone', right: 'phone' }],
  ['text scroll browse', { gesture: 'text', before: 'phone' }],
  ['photograph film', { gesture: 'photograph', before: 'camera' }],
  ['sing rap', { gesture: 'sing', right: 'microphone' }],
  ['clap applaud', { gesture: 'clap' }],
  ['point', { gesture: 'point' }],
  ['salute', { gesture: 'salute' }],
  ['cheer celebrate', { gesture: 'cheer' }],
  ['exercise', { gesture: 'lift', right: 'dumbbell', left: 'dumbbell' }],
  ['lift raise', { gesture: 'lift' }],
  ['pray', { gesture: 'pray' }],
  ['think wonder contemplate ponder', { gesture: 'think' }],
  ['cross_arms', { gesture: 'crossArms' }],
  ['akimbo', { gesture: 'akimbo' }],
  ['draw_sword', { gesture: 'drawSword', right: 'sword' }],
  ['fall_asleep doze', { gesture: 'doze' }],
  ['shrug', { gesture: 'shrug' }],
  ['hug embrace cuddle cradle kiss comfort', { gesture: 'hug' }],
  ['carry bring balance', { gesture: 'carry' }],
  ['give offer serve feed deliver pour', { gesture: 'offer' }],
  [
    'build make assemble repair fix mend decorate pet stroke groom brush wash clean wipe tend examine operate knead sew knit carve sculpt polish massage dust prepare pick gather collect',
    { gesture: 'tend' },
  ],
  ['push', { gesture: 'push' }],
  ['pull row drag', { gesture: 'pull' }],
  ['throw toss catch', { gesture: 'throw' }],
  ['juggle', { gesture: 'juggle' }],
  ['dig plant', { gesture: 'dig', tool: 'shovel' }],
  ['harvest', { gesture: 'dig' }],
  ['mine', { stance: 'chop', tool: 'pickaxe' }],
  ['rake', { gesture: 'sweep', tool: 'rake' }],
  ['fish', { gesture: 'angle', tool: 'fishingRod' }],
  ['hammer forge', { stance: 'hammer', tool: 'hammer' }],
  ['chop cut slice', { gesture: 'tend', tool: 'knife' }],
  ['kick', { stance: 'kick' }],
  ['handstand breakdance', { stance: 'handstand' }],
  ['push_up', { stance: 'pushUp' }],
  ['lift_weights', { stance: 'weights', tool: 'barbell' }],
  ['dunk', { stance: 'shootHoop' }],
  ['karate', { stance: 'highKick' }],
  ['fence', { stance: 'lunge', tool: 'foil' }],
  ['skate', { stance: 'skate' }],
  ['conduct', { gesture: 'conduct', tool: 'baton' }],
  ['stir-fry', { gesture: 'toss', tool: 'wok' }],
  ['paddle', { gesture: 'paddle', tool: 'paddle' }],
  ['sweep vacuum mop', { gesture: 'sweep', right: 'broom' }],
  ['climb scale', { gesture: 'climb', stance: 'climb' }],
  ['bow', { gesture: 'bow' }],
  ['cry weep sob mourn', { gesture: 'weep' }],
  ['laugh giggle chuckle', { gesture: 'laugh' }],
  ['nod', { gesture: 'nod' }],
  ['stargaze gaze', { gesture: 'lookUp' }],
  ['talk chat argue discuss debate gossip teach explain lecture', { gesture: 'talk' }],
  ['stretch yawn', { gesture: 'stretch' }],
  ['shoot', { gesture: 'aim' }],
  ['selfie', { gesture: 'selfie', right: 'phone' }],
  ['taichi', { gesture: 'taichi' }],
  ['yoga', { gesture: 'yoga', stance: 'tree' }],
  ['blow', { gesture: 'blow' }],
  ['measure massage style', { gesture: 'tend' }],
  ['meditate', { gesture: 'meditate', stance: 'meditate' }],
  ['kneel propose', { stance: 'kneel' }],
  ['crouch squat hide', { stance: 'crouch' }],
  ['play perform practice practise rehearse', {}],
];

const BY_VERB = new Map(
  DOINGS.flatMap(([verbs, doing]) => verbs.split(' ').map((verb) => [verb.replaceAll('_', ' '), doing] as const)),
);
BY_VERB.set('tai chi', BY_VERB.get('taichi')!);
BY_VERB.set('hand over', BY_VERB.get('offer')!);
BY_VERB.set('blow out', BY_VERB.get('blow')!);
BY_VERB.set('talk on the phone', BY_VERB.get('phone')!);
BY_VERB.set('look up', BY_VERB.get('gaze')!);

/** How instruments are played, by what their names begin with. */
const INSTRUMENTS: readonly (readonly [RegExp, Doing])[] = [
  [/guitar|ukulele|banjo|lute|bass/, { gesture: 'guitar', before: 'guitar' }],
  [/violin|fiddle|viola/, { gesture: 'violin', before: 'violin', right: 'bow' }],
  [/flute|trumpet|sax|clarinet|horn|trombone|harmonica|oboe/, { gesture: 'flute', before: 'trumpet' }],
  [/piano|keyboard|organ|synth|harpsichord/, { gesture: 'keys' }],
  [/drum|percussion/, { gesture: 'drums', right: 'stick', left: 'stick' }],
];

/** Trades that are recognised by what they do; the words that come first are the more particular. */
const TRADES: readonly (readonly [words: readonly string[], doing: Doing])[] = [
  [['guitarist', 'musician', 'bard', 'troubadour', 'busker'], { gesture: 'guitar', before: 'guitar' }],
  [['violinist', 'fiddler'], { gesture: 'violin', before: 'violin', right: 'bow' }],
  [['flutist', 'trumpeter', 'saxophonist'], { gesture: 'flute', before: 'trumpet' }],
  [['pianist'], { gesture: 'keys' }],
  [['drummer'], { gesture: 'drums', right: 'stick', left: 'stick' }],
  [['singer'], { gesture: 'sing', right: 'microphone' }],
  [['painter', 'artist'], { gesture: 'paint', right: 'brush', left: 'palette' }],
  [['photographer'], { gesture: 'photograph', before: 'camera' }],
  [['martial artist', 'karate', 'kung fu', 'taekwondo', 'kickboxer'], { stance: 'highKick' }],
  [['tennis', 'badminton'], { stance: 'serve', tool: 'racket' }],
  [['baseball', 'batter', 'cricket', 'cricketer'], { stance: 'swingBat', tool: 'bat' }],
  [['golf', 'golfer'], { stance: 'swingClub', tool: 'golfClub' }],
  [['hockey'], { stance: 'skate', tool: 'hockeyStick' }],
  [['archer', 'archery', 'bowman'], { stance: 'archery', tool: 'longbow' }],
  [['fencer', 'fencing'], { stance: 'lunge', tool: 'foil' }],
  [['basketball'], { stance: 'shootHoop' }],
  [['soccer', 'football', 'footballer'], { stance: 'kick' }],
  [['weightlifter', 'bodybuilder', 'powerlifter'], { stance: 'weights', tool: 'barbell' }],
  [['ice skater', 'figure skater', 'skater'], { stance: 'skate' }],
  [['ballerina', 'ballet'], { stance: 'ballet' }],
  [['breakdancer', 'gymnast', 'acrobat'], { stance: 'handstand' }],
  [['lumberjack', 'woodcutter'], { stance: 'chop', tool: 'axe' }],
  [['miner'], { stance: 'chop', tool: 'pickaxe' }],
  [['blacksmith', 'carpenter'], { stance: 'hammer', tool: 'hammer' }],
  [['waiter', 'waitress', 'butler'], { gesture: 'tray', tool: 'tray' }],
  [['kayaker', 'canoeist', 'rower'], { gesture: 'paddle', tool: 'paddle' }],
  [['angler'], { gesture: 'angle', tool: 'fishingRod' }],
];

/** What a trade does is said no better by these. */
const AT_WORK =
  /^(?:play|perform|practice|practise|rehearse|train|exercise|work|hit|swing|strike|serve|shoot|aim|chop|cut|split|compete|forge|lift|fight|duel|spar|dunk|paddle|row|paint|sing)$/;

/** Tools that somebody has in hand, by the looks that the reading leaves. */
const IN_HAND: readonly (readonly [look: string, doing: Doing])[] = [
  ['axe', { stance: 'chop', tool: 'axe' }],
  ['pickaxe', { stance: 'chop', tool: 'pickaxe' }],
  ['shovel', { gesture: 'dig', tool: 'shovel' }],
  ['rake', { gesture: 'sweep', tool: 'rake' }],
  ['hammer', { stance: 'hammer', tool: 'hammer' }],
  ['fishing rod', { gesture: 'angle', tool: 'fishingRod' }],
  ['racket', { stance: 'serve', tool: 'racket' }],
  ['baseball bat', { stance: 'swingBat', tool: 'bat' }],
  ['golf club', { stance: 'swingClub', tool: 'golfClub' }],
  ['barbell', { stance: 'weights', tool: 'barbell' }],
  ['longbow', { stance: 'archery', tool: 'longbow' }],
  ['spear', { gesture: 'lean', tool: 'spear' }],
  ['cane', { gesture: 'lean', tool: 'cane' }],
  ['wok', { gesture: 'toss', tool: 'wok' }],
  ['tray', { gesture: 'tray', tool: 'tray' }],
  ['baton', { gesture: 'conduct', tool: 'baton' }],
  ['hose', { gesture: 'spray', tool: 'hose' }],
];

const LIVING =
  /^(?:person|cat|dog|fox|rabbit|chicken|duck|hedgehog|squirrel|mouse|penguin|owl|parrot|bird|turtle|sheep|goat|pig|bear|panda|lion|tiger|wolf|fish)-/;

/** What somebody does by verb, by the instrument at hand, or by trade. */
export function doingOf(context: ActorContext): Doing {
  const { actor } = context;
  const { relation } = actor;
  const held = context.holdsId ?? (relation?.kind === 'holding' ? relation.to : undefined);
  const isHolding = held !== undefined;
  const thing = held ?? (relation?.kind === 'nextTo' || relation?.kind === 'on' ? relation.to : undefined);
  if (context.part?.how === 'atPiano') return { gesture: 'keys' };
  if (held !== undefined && LIVING.test(held)) return { gesture: 'cradle' };
  const instrument = thing === undefined ? undefined : INSTRUMENTS.find(([name]) => name.test(thing));
  // A held instrument is a thing of its own.
  if (instrument && (actor.does !== undefined || !isHolding)) return bare(instrument[1]);
  if (says(context, 'reading')) return isHolding ? { gesture: 'read' } : BY_VERB.get('read')!;
  if (says(context, 'praying')) return BY_VERB.get('pray')!;
  const doing = BY_VERB.get(actor.does ?? '');
  const inHand = IN_HAND.find(([look]) => actor.attributes.includes(look))?.[1];
  if (inHand && !isHolding) return inHand;
  const named = TRADES.find(([words]) => isTrade(context, words))?.[1];
  const trade = named?.stance === 'ballet' && actor.motion.kind === 'spin' ? ({ stance: 'pirouette' } as const) : named;
  const isAtWork = actor.does === undefined || AT_WORK.test(actor.does);
  if (trade?.stance && isAtWork) return isHolding ? bare(trade) : trade;
  if (doing?.gesture ?? doing?.stance) return isHolding ? bare(doing!) : doing!;
  if (trade && !trade.stance) return isHolding ? bare(trade) : trade;
  return isHolding ? { gesture: context.holdsTwo ? 'holdTwo' : 'hold' } : {};
}

/** A word of one's own name or look, or two that stand together in it. */
function isTrade(context: ActorContext, words: readonly string[]): boolean {
  const { actor } = context;
  return words.some((word) =>
    word.includes(' ')
      ? [actor.word, ...actor.attributes].some((text) => text.toLowerCase().includes(word)) ||
        word.split(' ').every((one) => says(context, one))
      : says(context, word),
  );
}

function bare({ gesture, stance }: Doing): Doing {
  return { ...(gesture ? { gesture } : {}), ...(stance ? { stance } : {}) };
}
