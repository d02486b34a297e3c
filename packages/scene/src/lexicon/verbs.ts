import type { MeaningMap, VerbMeaning } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';

interface VerbRow extends VerbMeaning {
  /** Lemmas; `lemma/irregular/irregular` adds forms. */
  readonly verbs: string;
}

const VERBS: readonly VerbRow[] = [
  { verbs: 'sit/sat/seated meditate perch rest crouch kneel/knelt squat', pose: 'sitting', motion: 'idle' },
  { verbs: 'stand/stood pose wait lean', pose: 'standing', motion: 'idle' },
  { verbs: 'lie/lying/lay sleep/slept nap recline doze curl_up lounge', pose: 'lying', motion: 'idle' },
  {
    verbs: 'fight/fought battle duel attack wrestle clash confront face slay defend',
    pose: 'fighting',
    motion: 'idle',
    object: 'nextTo',
  },
  {
    verbs: 'walk stroll wander stride march hike pace amble creep/crept sneak crawl stalk step travel approach',
    motion: 'walk',
  },
  { verbs: 'trot prowl', motion: 'walk', speed: 1.5 },
  { verbs: 'run/ran/running sprint dash race gallop bolt jog chase flee/fled charge rush hunt', motion: 'run' },
  { verbs: 'fly/flew/flown/flies soar hover glide_through_the_air flap', pose: 'flying', motion: 'fly' },
  { verbs: 'glide swim/swam dive/dove paddle', motion: 'swim' },
  { verbs: 'float drift sail bob_on bob', motion: 'float' },
  {
    verbs: 'launch take_off/takes_off/taking_off lift_off/lifts_off/lifting_off blast_off/blasts_off/blasting_off',
    motion: 'launch',
    direction: 'up',
  },
  { verbs: 'drive/drove/driving cruise speed/speeding/sped ride_past zoom roll', motion: 'drive', object: 'riding' },
  { verbs: 'ride/rode/riding cycle', motion: 'drive', object: 'riding' },
  { verbs: 'pass', motion: 'walk' },
  { verbs: 'cross', motion: 'walk', object: 'on' },
  { verbs: 'rise/rose/risen ascend climb soar_up/soaring_up', motion: 'rise', direction: 'up' },
  {
    verbs: 'fall/fell/fallen descend landing lands landed drop tumble plummet cascade',
    motion: 'fall',
    direction: 'down',
  },
  { verbs: 'spin/spun/spinning rotate twirl revolve whirl turn', motion: 'spin' },
  { verbs: 'sway swing/swung bend/bent wobble', motion: 'sway' },
  { verbs: 'dance waltz groove', motion: 'dance' },
  { verbs: 'wave greet', motion: 'wave' },
  { verbs: 'jump leap hop bounce skip', motion: 'jump' },
  { verbs: 'flicker burn/burnt blink flash', motion: 'flicker' },
  { verbs: 'fade vanish disappear dissolve', motion: 'fade' },
  {
    verbs: 'hold/held carry/carries/carried wield lift clutch raise bring wear/wore/worn',
    motion: 'idle',
    object: 'holding',
  },
  {
    verbs: 'eat/ate drink/drank sip play_with paint sniff kick throw/threw catch/caught juggle push pull use grip',
    motion: 'idle',
    object: 'nextTo',
  },
  { verbs: 'water', motion: 'idle', object: 'nextTo', attribute: 'watering' },
  { verbs: 'read/reading', motion: 'idle', object: 'holding', attribute: 'reading' },
  { verbs: 'watch look_at stare_at gaze_at admire guard', motion: 'idle', object: 'nextTo' },
  { verbs: 'light_up/lights_up/lighting_up glow_up', lightsUp: true },
  {
    verbs:
      'say/says/saying/said speak/spoke/speaks shout whisper yell announce ask sing/sang reply/replies exclaim declare tell/told cry_out',
    speaks: true,
  },
  {
    verbs:
      'live exist overlook look stare gaze smile laugh cry/cries/cried grow/grew shine/shone hang/hung stretch surround reflect tower loom',
    motion: 'idle',
  },
  {
    verbs:
      'work cook study/studies play sing_along pray think/thought listen talk explore blow/blew set enjoy prepare build/built',
    motion: 'idle',
  },
];

/** Of these only the one form is surely a verb: a train, a plant and a cut are things. */
const HANDIWORK =
  'mending repairing fixing sewing knitting making selling polishing teaching writing drawing typing cleaning washing sweeping cutting chopping baking serving pouring stirring grilling delivering examining operating petting feeding hugging kissing milking shearing planting picking harvesting digging mowing photographing filming shooting aiming decorating building assembling inspecting tending nursing cooking';

export function addVerbs(map: MeaningMap): void {
  for (const { verbs, ...verb } of VERBS) {
    for (const item of words(verbs)) {
      const [lemma = '', ...irregular] = item.split('/');
      for (const form of [...verbForms(lemma), ...irregular]) addMeaning(map, form, { verb });
    }
  }
  addMeaning(map, 'parked', { verb: { motion: 'still' } });
  for (const word of words('flying_a flies_a fly_a flying_the'))
    addMeaning(map, word, { verb: { motion: 'idle', object: 'holding' } });
  for (const word of words('on_fire in_flames')) addMeaning(map, word, { verb: { attribute: 'burning' } });
  for (const word of words('rowing steering piloting'))
    addMeaning(map, word, { verb: { motion: 'drive', object: 'riding' } });
  for (const word of words('breathing_fire breathes_fire spitting_fire spits_fire breathing_flames'))
    addMeaning(map, word, { verb: { motion: 'idle', attribute: 'fire-breathing' } });
  for (const word of words(HANDIWORK)) addMeaning(map, word, { verb: { motion: 'idle', object: 'nextTo' } });
  addMeaning(map, 'arising', { verb: { motion: 'rise' } });
}

/** The regular forms of an English verb; a particle after it stays behind it. */
export function verbForms(lemma: string): string[] {
  const [verb = '', ...particle] = lemma.split(' ');
  const tail = particle.length > 0 ? ` ${particle.join(' ')}` : '';
  const doubles = /^[^aeiou]*[aeiou][bdglmnprt]$/.test(verb) ? verb.at(-1)! : '';
  const stem = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : verb + doubles;
  const third = /(?:s|sh|ch|x|z)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [verb, third, `${stem}ing`, past].map((form) => form + tail);
}
