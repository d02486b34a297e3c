import type { Change } from '../scene.ts';
import type { MeaningMap, VerbChange, VerbMeaning } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';
import { verbForms } from './verbs.ts';

interface ChangeRow {
  readonly kind: VerbChange;
  /** What the subject does: a door opens. Lemmas as in the table of verbs, particles behind an underscore. */
  readonly itself?: string;
  /** What is done to the object: somebody opens a door. */
  readonly other?: string;
}

const ROWS: readonly ChangeRow[] = [
  {
    kind: 'grow',
    itself: 'grow/grew/grown sprout germinate spring_up inflate swell grow_up grow_taller',
    other: 'inflate blow_up',
  },
  { kind: 'shrink', itself: 'shrink/shrank deflate', other: 'shrink' },
  { kind: 'melt', itself: 'melt melt_away thaw', other: 'melt' },
  { kind: 'bloom', itself: 'bloom blossom unfurl flower_open burst_into_bloom open_its_petals' },
  { kind: 'wither', itself: 'wither wilt droop shrivel' },
  {
    kind: 'open',
    itself: 'open open_up swing_open creak_open slide_open burst_open open_wide spring_open',
    other: 'open unlock push_open unwrap unbox pull_open lift_the_lid_of',
  },
  { kind: 'close', itself: 'close shut swing_shut slam slam_shut', other: 'close shut slam' },
  {
    kind: 'light',
    itself: 'turn_on switch_on ignite flare_up flicker_to_life catch_fire/caught_fire',
    other: 'turn_on switch_on ignite',
  },
  {
    kind: 'goOut',
    itself: 'go_out/goes_out/went_out burn_out die_out turn_off switch_off',
    other: 'blow_out/blew_out/blown_out turn_off switch_off extinguish put_out snuff_out',
  },
  {
    kind: 'break',
    itself: 'shatter break/broke break_apart/broke_apart break_into_pieces smash crumble fall_apart/fell_apart',
    other: 'break/broke smash shatter crush',
  },
  { kind: 'explode', itself: 'explode detonate', other: 'detonate' },
  { kind: 'pop', itself: 'burst pop', other: 'pop burst' },
  {
    kind: 'collapse',
    itself: 'collapse topple topple_over fall_over/fell_over tip_over crash_down come_crashing_down/came_crashing_down',
    other: 'topple knock_over knock_down tip_over demolish cut_down chop_down',
  },
  {
    kind: 'drop',
    itself: 'fall/fell/fallen fall_down/fell_down drop tumble tumble_off slip_off slide_off roll_off tip_off',
    other: 'drop knock knock_off push_off',
  },
  { kind: 'sink', itself: 'sink/sank/sunk capsize', other: 'sink/sank' },
  { kind: 'surface', itself: 'resurface rise_out_of_the_water rise_from_the_water burst_out_of_the_water' },
  { kind: 'land', itself: 'lands landing landed touch_down set_down/sets_down come_in_to_land' },
  {
    kind: 'appear',
    itself: 'appear materialize materialise take_shape pop_up emerge',
    other: 'reveal conjure conjure_up',
  },
  { kind: 'vanish', itself: 'vanish disappear dissolve evaporate dematerialize melt_into_the_air' },
  {
    kind: 'arrive',
    itself: 'arrive enter show_up drive_up/drove_up pull_up enter_the_frame come_into_view come_into_the_picture',
  },
  {
    kind: 'leave',
    itself:
      'depart drive_away/drove_away drive_off/drove_off fly_away/flies_away/flew_away fly_off/flies_off/flew_off ride_away/rode_away ride_off/rode_off sail_away sail_off swim_away/swam_away pull_away speed_off/sped_off speed_away float_away drift_away gallop_away exit leave/left take_off_into_the_sky',
  },
  {
    kind: 'become',
    itself:
      'grow_into/grew_into/grown_into turn_into transform_into morph_into change_into become/became evolve_into transition_into metamorphose_into turn_to shapeshift_into',
  },
  { kind: 'hit', other: 'kick hit throw/threw toss strike/struck hurl fling/flung' },
];

/** What a going verb with a particle does besides: the body's own way of moving. */
const GOING: readonly (readonly [RegExp, VerbMeaning])[] = [
  [/^(?:walk|come|step|enter|show|arriv|exit|depart|go )/, { motion: 'walk' }],
  [/^(?:ran|run|rush|gallop|speed|sped)/, { motion: 'run' }],
  [/^(?:fly|flies|flew|flying)/, { motion: 'fly', pose: 'flying' }],
  [/^(?:drive|drove|driving|pull|roll)/, { motion: 'drive' }],
  [/^(?:rid|rode)/, { motion: 'drive' }],
  [/^(?:swim|swam)/, { motion: 'swim' }],
  [/^(?:sail|float|drift)/, { motion: 'float' }],
];
const FALLS = /^(?:fall|fell|drop|tumbl|slip|slid|roll|tip|crash)/;

/** Things as well: only their other forms are surely verbs. */
const THINGS = new Set(['pop', 'burst', 'sprout', 'swell', 'shut']);
/** Nouns in -s that are verbs behind somebody who does them: "lights a candle". */
const DONE: Readonly<Record<string, Change['kind']>> = {
  light: 'light',
  shoot: 'hit',
  serve: 'hit',
  fire: 'hit',
  slide: 'open',
};

/** What is done to its object by a verb that is a thing in any other place. */
export const changesBy = (lemma: string): Pick<VerbMeaning, 'changes'> =>
  DONE[lemma] === undefined ? {} : { changes: DONE[lemma] };

/** Gives the verbs of change what they change, and adds those that the table of verbs has not. */
export function addChangeVerbs(map: MeaningMap): void {
  for (const { kind, itself = '', other = '' } of ROWS) {
    for (const [list, key] of [
      [itself, 'change'],
      [other, 'changes'],
    ] as const) {
      for (const item of words(list)) {
        const [lemma = '', ...irregular] = item.split('/');
        for (const form of new Set([...verbForms(lemma), ...irregular])) {
          if (THINGS.has(form)) continue;
          const known = map.get(form)?.verb ?? bare(form, lemma, key === 'changes', kind);
          addMeaning(map, form, { verb: { ...known, [key]: kind } });
        }
      }
    }
  }
  for (const form of words(LIGHTING))
    addMeaning(map, form, { verb: { motion: 'idle', does: 'light', object: 'nextTo', changes: 'light' } });
}

/** With their articles they are no lights of a town. */
const LIGHTING =
  'lights_a lights_the lights_his lights_her lights_an lights_up_a lights_up_the lighting_a lighting_the lit_a lit_the';

function bare(form: string, lemma: string, isDone: boolean, kind: VerbChange): VerbMeaning {
  const goes = kind === 'arrive' || kind === 'leave' ? GOING.find(([start]) => start.test(form))?.[1] : undefined;
  if (kind === 'become') return { object: 'insteadOf', ...(/^gr/.test(form) ? { does: 'grow into' } : {}) };
  // With its particle it is no noun in a list.
  const isPlain = lemma === form && !lemma.includes(' ') ? { isBare: true } : {};
  if (goes) return { ...goes, ...isPlain };
  if (kind === 'drop' && FALLS.test(form))
    return {
      motion: 'fall',
      direction: 'down',
      ...(lemma.endsWith(' off') ? { object: 'on' as const } : {}),
      ...isPlain,
    };
  return { motion: 'idle', does: lemma, ...(isDone ? { object: 'nextTo' as const } : {}), ...isPlain };
}
