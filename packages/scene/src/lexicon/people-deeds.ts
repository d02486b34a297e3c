import type { MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning, addNouns, type NounRow } from './noun-row.ts';

/** Games that are played with a tool of their own: who plays one has it in hand. */
const GAMES = 'tennis badminton table_tennis ping_pong golf baseball cricket hockey ice_hockey';

/** What is done rather than made, by the name the models know. */
const FEATS: Readonly<Record<string, string>> = {
  'push up': 'push-ups push_ups pushups press-ups press_ups a_push-up',
  handstand: 'a_handstand handstands a_headstand a_freeze',
  karate: 'karate a_high_kick high_kicks kung_fu martial_arts taekwondo a_roundhouse_kick a_flying_kick',
  'lift weights': 'deadlifts squats weightlifting a_deadlift bench_presses',
  fence: 'fencing',
  breakdance: 'breakdance breakdancing a_breakdance',
  ballet: 'ballet a_pirouette pirouettes an_arabesque',
};
const DOING =
  'do does doing did perform performs performing performed practice practices practicing practise practises practising';

/** Things that are in hands and hardly anywhere else; each is drawn by itself as what comes nearest. */
const IN_HANDS: readonly NounRow[] = [
  { kind: 'thing', thing: '1f3be', same: 'racket racquet tennis_racket badminton_racket tennis_racquet' },
  { kind: 'thing', thing: '26be', same: 'baseball_bat cricket_bat' },
  { kind: 'thing', thing: '1f3d2', same: 'hockey_stick' },
  { kind: 'thing', thing: '26f3', same: 'golf_club' },
  { kind: 'thing', thing: '1f3f9', same: 'longbow', kin: 'javelin harpoon' },
  { kind: 'thing', thing: '1f9af', same: 'walking_stick cane', kin: 'crutch crutches' },
  { kind: 'thing', thing: '1f373', same: 'wok', home: 'kitchen' },
  { kind: 'thing', thing: '26cf-fe0f', same: 'rake pitchfork garden_rake' },
  { kind: 'thing', thing: '1f3a3', same: 'fishing_rod fishing_pole fishing_line' },
  { kind: 'thing', thing: '1f529', same: 'barbell heavy_barbell', home: 'gym' },
];

/** Adds what people do in sports and at work: games, feats, gestures with the hands, and the tools for them. */
export function addDeeds(map: MeaningMap): void {
  addNouns(map, IN_HANDS);
  for (const form of words('play plays playing played'))
    for (const game of words(GAMES))
      addMeaning(map, `${form} ${game}`, {
        verb: { motion: 'idle', does: 'play', attribute: /tennis|badminton|ping/.test(game) ? 'tennis' : game },
      });
  for (const form of words(DOING))
    for (const [does, names] of Object.entries(FEATS))
      for (const name of words(names))
        addMeaning(map, `${form} ${name}`, {
          verb: does === 'ballet' ? { motion: 'dance', attribute: 'ballet' } : { motion: 'idle', does },
        });
  for (const form of words('shoot shoots shooting'))
    for (const what of words('hoops a_hoop baskets a_basket a_three-pointer a_basketball'))
      addMeaning(map, `${form} ${what}`, { verb: { motion: 'jump', does: 'dunk', attribute: 'basketball' } });
  for (const word of words('dunk dunks dunking dunked slam_dunks slam_dunking'))
    addMeaning(map, word, { verb: { motion: 'jump', does: 'dunk', object: 'holding', attribute: 'basketball' } });
  for (const word of words('dribble dribbles dribbling'))
    addMeaning(map, word, { verb: { motion: 'run', object: 'nextTo' } });
  for (const form of words('lift lifts lifting'))
    for (const what of words('weights a_barbell a_heavy_barbell heavy_weights'))
      addMeaning(map, `${form} ${what}`, { verb: { motion: 'idle', does: 'lift weights' } });
  for (const form of words('chop chops chopping chopped split splits splitting cut cuts cutting'))
    for (const what of words('wood firewood logs a_log'))
      addMeaning(map, `${form} ${what}`, { verb: { motion: 'idle', does: 'chop', attribute: 'axe' } });
  for (const form of words('aim aims aiming draw draws drawing shoot shoots shooting hold holds holding with'))
    for (const whose of words('a her his the their'))
      for (const bow of words('bow bow_and_arrow longbow'))
        addMeaning(map, `${form} ${whose} ${bow}`, { verb: { motion: 'idle', does: 'aim', attribute: 'longbow' } });
  for (const form of words('carry carries carrying hold holds holding balance balances balancing with'))
    for (const what of words(
      'tray tray_of_drinks tray_of_food tray_of_glasses tray_of_cocktails tray_of_coffee silver_tray',
    ))
      addMeaning(map, `${form} a ${what}`, { verb: { motion: 'idle', does: 'carry', attribute: 'tray' } });
  for (const word of words(
    'hands_in_the_air hands_up arms_in_the_air arms_up hands_raised arms_raised raised_hands raised_arms arms_outstretched raising_their_hands raising_his_hands raising_her_hands raises_his_hands raises_her_hands raises_his_arms raises_her_arms raising_his_arms raising_her_arms raising_their_arms fists_in_the_air fist_in_the_air hands_waving waving_their_hands waving_their_arms',
  ))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'cheer' } });
  for (const word of words(
    'arms_crossed crossed_arms arms_folded folded_arms crossing_her_arms crossing_his_arms with_arms_crossed',
  ))
    addMeaning(map, word, { verb: { does: 'cross arms' } });
  for (const word of words('hands_on_her_hips hands_on_his_hips hands_on_hips hands_on_their_hips'))
    addMeaning(map, word, { verb: { does: 'akimbo' } });
  for (const word of words('conducting conducts'))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'conduct', object: 'nextTo' } });
  for (const word of words(
    'falls_asleep fall_asleep falling_asleep fell_asleep dozes_off dozing_off doze_off nods_off nodding_off drifts_off_to_sleep drifting_off_to_sleep',
  ))
    addMeaning(map, word, { verb: { pose: 'lying', motion: 'idle', does: 'fall asleep' } });
  for (const form of words('draw draws drawing drew unsheathe unsheathes unsheathing raise raises raising'))
    for (const whose of words('a his her their'))
      for (const blade of words('sword katana blade sabre saber'))
        addMeaning(map, `${form} ${whose} ${blade}`, {
          verb: { motion: 'idle', does: 'draw sword', attribute: 'sword' },
        });
  // Nobody who flies.
  for (const word of words('fairy_lights fairy_light')) addMeaning(map, word, { role: 'stop' });
  for (const word of words('goes_wild go_wild going_wild erupts_in_cheers'))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'cheer' } });
  for (const word of words('face_paint war_paint body_paint face_painting facepaint'))
    addMeaning(map, word, { role: 'stop' });
  for (const word of words(
    'run_for runs_for running_for rush_for rushes_for rushing_for run_to_catch runs_to_catch running_to_catch',
  ))
    addMeaning(map, word, { verb: { motion: 'run', object: 'nextTo' } });
  for (const word of words('paddling paddles'))
    addMeaning(map, word, { verb: { motion: 'drive', does: 'paddle', object: 'riding' } });
  for (const word of words('stir-frying stir-fries stir-fry'))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'stir-fry', object: 'nextTo' } });
}
