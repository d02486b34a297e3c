import type { MeaningMap, VerbMeaning } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';
import { addDeeds } from './people-deeds.ts';

interface VerbRow extends VerbMeaning {
  /** Lemmas; `lemma/irregular/irregular` adds forms. */
  readonly verbs: string;
}

const VERBS: readonly VerbRow[] = [
  {
    verbs: 'sit/sat/seated meditate perch rest crouch kneel/knelt squat huddle hunch',
    pose: 'sitting',
    motion: 'idle',
  },
  { verbs: 'stand_up/stood_up get_up/got_up rise_to_feet', pose: 'standing', motion: 'idle' },
  {
    verbs: 'sit_down/sat_down take_a_seat/takes_a_seat/taking_a_seat kneel_down/knelt_down',
    pose: 'sitting',
    motion: 'idle',
  },
  { verbs: 'lie_down/lay_down/lying_down fall_asleep/fell_asleep', pose: 'lying', motion: 'idle' },
  { verbs: 'wake_up/woke_up awaken/awoke', pose: 'sitting', motion: 'idle' },
  { verbs: 'turn_round turn_around turn_his_head turn_her_head turn_back', motion: 'idle' },
  { verbs: 'look_up look_down', motion: 'idle' },
  { verbs: 'talk_on_the_phone talk_on_a_phone speak_on_the_phone', motion: 'idle' },
  { verbs: 'share', motion: 'idle', object: 'holding' },
  { verbs: 'give/gave offer hand_over', motion: 'idle', object: 'holding' },
  { verbs: 'do_tai_chi practice_tai_chi practise_tai_chi', motion: 'idle' },
  { verbs: 'take_pictures_of take_photos_of take_a_picture_of take_a_photo_of', motion: 'idle', object: 'nextTo' },
  { verbs: 'take_a_selfie take_selfies take_a_group_selfie', motion: 'idle' },
  { verbs: 'blow_out', motion: 'idle', object: 'nextTo' },
  { verbs: 'do_yoga practice_yoga practise_yoga', motion: 'idle' },
  { verbs: 'measure style massage interview cut_the_hair_of', motion: 'idle', object: 'nextTo' },
  { verbs: 'take_steps take_her_first_steps take_his_first_steps take_their_first_steps', motion: 'walk' },
  { verbs: 'open close unfold fold', motion: 'idle', object: 'holding' },
  { verbs: 'pick_up', motion: 'idle', object: 'holding' },
  { verbs: 'run_away/ran_away run_off run_off_into/ran_off_into', motion: 'run', direction: 'away' },
  {
    verbs:
      'drive_off drive_away drive_into drive_off_into drive_toward_the_horizon ride_off/rode_off ride_away ride_off_into/rode_off_into ride_into_the_sunset/rode_into_the_sunset',
    motion: 'drive',
    direction: 'away',
  },
  {
    verbs:
      'look_out look_out_over look_out_across look_out_at look_over_the look_into_the_distance look_toward_the look_towards_the gaze_out gaze_out_over gaze_out_across gaze_over gaze_into_the_distance stare_out stare_out_over stare_into_the_distance face_the_sea face_the_ocean face_the_sunset face_away/facing_away',
    motion: 'idle',
    direction: 'away',
  },
  {
    verbs:
      'walk_away go_away/goes_away/went_away walk_off walk_off_into walk_into_the_distance walk_into_the_sunset walk_into_the_fog walk_into_the_mist leave/left',
    motion: 'walk',
    direction: 'away',
  },
  {
    verbs: 'walk_toward walk_towards come_closer/comes_closer/coming_closer approach',
    motion: 'walk',
    direction: 'toward',
  },
  { verbs: 'stand/stood pose wait lean stay linger pause queue', pose: 'standing', motion: 'idle' },
  {
    verbs:
      'lie/lying/lay sleep/slept/asleep nap recline doze curl_up lounge sunbathe snore snooze sprawl relax collapse faint',
    pose: 'lying',
    motion: 'idle',
  },
  {
    verbs: 'fight/fought battle duel attack wrestle clash confront slay defend spar box punch fence brawl',
    pose: 'fighting',
    motion: 'idle',
    object: 'nextTo',
  },
  {
    verbs:
      'walk stroll wander stride march hike pace amble creep/crept sneak crawl stalk step travel approach roam trudge tiptoe shuffle limp wade enter exit leave/left arrive come/came go/goes/went/going return emerge appear/appears/appeared explore graze browse waddle slither scurry scuttle patrol parade wobble_along pass_by/passing_by/passes_by',
    motion: 'walk',
  },
  { verbs: 'overtake/overtook/overtaken outrun/outran outpace', motion: 'run', speed: 1.3, object: 'nextTo' },
  { verbs: 'roll_dough roll_the_dough roll_out_dough knead_dough', motion: 'idle', does: 'knead' },
  { verbs: 'trot prowl stomp', motion: 'walk', speed: 1.5 },
  { verbs: 'pounce_on/pounces_on/pouncing_on/pounced_on', motion: 'jump', object: 'nextTo' },
  { verbs: 'lurk roost preen bask', motion: 'idle' },
  { verbs: 'climb scale', motion: 'walk', object: 'nextTo' },
  { verbs: 'follow lead/led accompany', motion: 'walk', object: 'nextTo' },
  {
    verbs:
      'run/ran/running sprint dash race gallop bolt jog flee/fled charge rush hunt skate ski snowboard skateboard rollerblade scamper escape sledge hurry_past rush_past dash_past hurry',
    motion: 'run',
  },
  {
    verbs: 'in_flight/mid-flight/midflight/in_mid-flight/taking_flight/takes_flight/take_flight/took_flight',
    pose: 'flying',
    motion: 'fly',
  },
  {
    verbs:
      'run_after/running_after/runs_after sprint_after/sprinting_after/sprints_after race_after/racing_after/races_after',
    motion: 'run',
    object: 'behind',
  },
  { verbs: 'chase pursue', motion: 'run', object: 'behind' },
  {
    verbs:
      'fly/flew/flown/flies soar hover circle wheel_overhead glide_through_the_air flap swoop flutter circle_above/circling_above',
    pose: 'flying',
    motion: 'fly',
  },
  { verbs: 'glide swim/swam dive/dove snorkel submerge', motion: 'swim' },
  { verbs: 'float drift bob_on bob levitate hover_over', motion: 'float' },
  { verbs: 'sail', motion: 'float', object: 'riding' },
  {
    verbs: 'launch take_off/takes_off/taking_off lift_off/lifts_off/lifting_off blast_off/blasts_off/blasting_off',
    motion: 'launch',
    direction: 'up',
  },
  {
    verbs: 'drive/drove/driving cruise speed/speeding/sped ride_past zoom roll drift_around skid',
    motion: 'drive',
    object: 'riding',
  },
  { verbs: 'ride/rode/riding cycle pedal paddle', motion: 'drive', object: 'riding' },
  { verbs: 'pass', motion: 'walk' },
  { verbs: 'cross', motion: 'walk', object: 'on' },
  { verbs: 'rise/rose/risen ascend soar_up/soaring_up', motion: 'rise', direction: 'up' },
  {
    verbs: 'fall/fell/fallen descend landing lands landed drop tumble plummet cascade sink/sank plunge',
    motion: 'fall',
    direction: 'down',
  },
  { verbs: 'spin/spun/spinning rotate twirl revolve whirl turn pirouette', motion: 'spin' },
  { verbs: 'sway swing/swung bend/bent wobble rock_gently/rocking_gently', motion: 'sway' },
  { verbs: 'dance waltz groove tango salsa foxtrot slow_dance breakdance ballroom_dance', motion: 'dance' },
  {
    verbs: 'shake_hands/shook_hands high_five/high-fiving hold_hands/held_hands hug_each_other embrace kiss_each_other',
    motion: 'idle',
    object: 'nextTo',
  },
  { verbs: 'propose converse negotiate quarrel', motion: 'idle', object: 'nextTo' },
  { verbs: 'wave', motion: 'wave', object: 'holding' },
  { verbs: 'greet salute beckon', motion: 'wave' },
  { verbs: 'applaud', motion: 'idle' },
  { verbs: 'jump leap breach hop bounce skip somersault hurdle', motion: 'jump' },
  { verbs: 'flicker burn/burnt blink flash', motion: 'flicker' },
  { verbs: 'fade vanish disappear dissolve evaporate', motion: 'fade' },
  {
    verbs: 'picnic having_a_picnic/have_a_picnic/has_a_picnic/enjoying_a_picnic/enjoy_a_picnic/picnicking',
    pose: 'sitting',
    motion: 'idle',
  },
  { verbs: 'having_dinner/having_lunch/having_breakfast/having_tea/have_dinner/have_breakfast', motion: 'idle' },
  { verbs: 'wear/wore/worn wears', motion: 'idle', object: 'wearing' },
  {
    verbs: 'hold/held carry/carries/carried wield lift clutch raise bring/brought grip grasp hug cradle balance',
    motion: 'idle',
    object: 'holding',
  },
  {
    verbs:
      'eat/ate drink/drank sip lick bite/bit/biting chew munch/munching gnaw lap_up peck taste nibble devour feed/fed smoke throw/threw catch/caught juggle sniff kick hit toss',
    motion: 'idle',
    object: 'holding',
  },
  { verbs: 'play/playing/plays', motion: 'idle', object: 'holding' },
  {
    verbs:
      'play_with paint push pull/pulled use touch pet stroke groom brush wash wipe sculpt carve weave knit spin_yarn repair fix build/built visit meet/met inspect examine study/studies kiss comfort help rescue protect teach/taught train photograph film',
    motion: 'idle',
    object: 'nextTo',
  },
  { verbs: 'water', motion: 'idle', object: 'nextTo', attribute: 'watering' },
  { verbs: 'read/reading', motion: 'idle', object: 'holding', attribute: 'reading' },
  { verbs: 'watch look_at stare_at gaze_at admire guard observe contemplate face', motion: 'idle', object: 'nextTo' },
  { verbs: 'light_up/lights_up/lighting_up glow_up', lightsUp: true },
  {
    verbs:
      'say/says/saying/said speak/spoke/speaks shout whisper yell announce ask sing/sang reply/replies exclaim declare tell/told cry_out scream mutter murmur call_out/calling_out/calls_out narrate chant recite answer add_quietly greet_with',
    speaks: true,
  },
  { verbs: 'smile laugh grin giggle chuckle cheer celebrate', motion: 'idle', attribute: 'happy' },
  { verbs: 'cry/cries/cried weep/wept sob frown mourn', motion: 'idle', attribute: 'sad' },
  {
    verbs:
      'filter spill glint twinkle glimmer billow swirl scatter bathe illuminate envelop trickle gush seep flare smolder smoulder simmer sizzle whistle hum buzz live exist overlook look stare gaze grow/grew shine/shone hang/hung stretch surround reflect tower loom bloom blossom sparkle shimmer gleam dangle melt shatter explode boil bubble drip pour splash crash crack freeze/froze erupt howl roar bark meow purr chirp breathe yawn blink_slowly think/thought listen wonder nod shrug point clap bow pray',
    motion: 'idle',
  },
  {
    verbs:
      'work cook bake sing_along talk chat argue discuss debate gossip perform rehearse exercise stretch_out practice shop camp fish blow/blew/blown set enjoy prepare gather hide/hid search dig/dug plant_seeds harvest farm garden sew type write/wrote draw_on solder weld hammer saw surf scuba_dive vacuum sweep/swept iron shave',
    motion: 'idle',
  },
];

/** Verbs that pose and motion say in full. */
const PLAIN = new Set(
  'sit stand lie walk run fly swim float drive ride rise fall spin sway dance wave jump flicker fade launch fight hold wear pass cross go come live exist set stay wait rest approach enter leave exit arrive return appear speed surround stretch loom tower reflect use'.split(
    ' ',
  ),
);

/** How several things stand together. */
const ARRANGED: Readonly<Record<string, string>> = {
  'in a circle':
    'arranged_in_a_circle placed_in_a_circle laid_out_in_a_circle set_in_a_circle standing_in_a_circle laid_in_a_circle arranged_in_a_ring arranged_circularly in_a_perfect_circle forming_a_circle in_a_ring',
  'in a row':
    'in_a_row arranged_in_a_row lined_up lined_up_in_a_row in_a_line in_a_straight_line side_by_side arranged_in_a_line standing_in_a_row placed_in_a_row neatly_lined_up',
  stacked:
    'stacked stacked_up piled piled_up piled_high stacked_high stacked_on_top_of_each_other on_top_of_each_other on_top_of_one_another in_a_stack in_a_pile stacked_in_a_tower stacked_in_a_pile',
  colorful:
    'in_different_colors of_different_colors in_various_colors in_rainbow_colors in_all_colors in_assorted_colors in_bright_colors',
  pyramid: 'stacked_in_a_pyramid arranged_in_a_pyramid in_a_pyramid piled_in_a_pyramid stacked_like_a_pyramid',
};

/** Of these only the one form is surely a verb: a train, a plant and a cut are things. */
const HANDIWORK =
  'mending repairing fixing sewing knitting making selling polishing teaching writing drawing typing cleaning washing sweeping cutting chopping baking serving pouring stirring grilling delivering examining operating petting feeding hugging kissing milking shearing planting picking harvesting digging mowing photographing filming shooting aiming decorating building assembling inspecting tending nursing cooking';

export function addVerbs(map: MeaningMap): void {
  for (const { verbs, ...verb } of VERBS) {
    for (const item of words(verbs)) {
      const [lemma = '', ...irregular] = item.split('/');
      const does =
        PLAIN.has(lemma) || verb.lightsUp === true
          ? {}
          : {
              does: lemma
                .replace(/^(?:do|practice|practise) (?=yoga|tai)/, '')
                .replace(/^take (?:a )?(?:picture|photo)s? of$/, 'photograph')
                .replace(/^take (?:a )?(?:group )?selfies?$/, 'selfie'),
            };
      for (const form of [...verbForms(lemma), ...irregular])
        addMeaning(map, form, { verb: { ...verb, ...does, ...(form === lemma ? { isBare: true } : {}) } });
    }
  }
  addMeaning(map, 'parked', { verb: { motion: 'still' } });
  for (const word of words('mid-air midair in_mid-air in_midair mid-jump mid-leap'))
    addMeaning(map, word, { verb: { motion: 'jump' } });
  for (const form of words('towering towers looming looms'))
    addMeaning(map, `${form} over`, { verb: { motion: 'idle', object: 'behind', does: 'tower over' } });
  for (const word of words('handing hands_over'))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'offer', object: 'holding' } });
  for (const word of words('stops halts stopping halting'))
    addMeaning(map, word, { verb: { motion: 'idle', does: 'stop' } });
  for (const word of words('flying_a flies_a fly_a flying_the'))
    addMeaning(map, word, { verb: { motion: 'idle', object: 'holding' } });
  for (const word of words(
    'wings_spread wings_spread_wide with_wings_spread with_wings_spread_wide with_its_wings_spread wings_outstretched with_wings_outstretched spreading_its_wings spreads_its_wings',
  ))
    addMeaning(map, word, { verb: { attribute: 'spread' } });
  for (const word of words('herding shepherding rounding_up'))
    addMeaning(map, word, { verb: { motion: 'run', object: 'nextTo', does: 'herd' } });
  for (const word of words('in_full_bloom in_bloom in_full_blossom in_blossom'))
    addMeaning(map, word, { verb: { attribute: 'blossom' } });
  for (const [attribute, list] of Object.entries(ARRANGED))
    for (const word of words(list)) addMeaning(map, word, { verb: { attribute } });
  for (const word of words('on_fire in_flames')) addMeaning(map, word, { verb: { attribute: 'burning' } });
  for (const word of words('hand_in_hand arm_in_arm')) addMeaning(map, word, { verb: { does: 'hand in hand' } });
  for (const word of words('rowing steering piloting'))
    addMeaning(map, word, {
      verb: { motion: 'drive', object: 'riding', ...(word === 'rowing' ? { does: 'row' } : {}) },
    });
  for (const word of words('breathing_fire breathes_fire spitting_fire spits_fire breathing_flames'))
    addMeaning(map, word, { verb: { motion: 'idle', attribute: 'fire-breathing' } });
  for (const word of words(HANDIWORK))
    addMeaning(map, word, {
      verb: { motion: 'idle', object: 'nextTo', does: map.get(word)?.verb?.does ?? lemmaOf(word) },
    });
  for (const word of words(
    'dressed_in dressed_as dressed_like dressed_up_as dressed_up_like disguised_as clad_in clothed_in dressed_up_in decked_out_in garbed_in',
  ))
    addMeaning(map, word, { verb: { motion: 'idle', object: 'wearing' } });
  for (const form of words('does did doing do performs performing'))
    for (const trick of words('kickflip ollie backflip flip somersault cartwheel handstand trick stunt jump'))
      addMeaning(map, `${form} a ${trick}`, { verb: { motion: 'jump' } });
  for (const word of words('does did doing')) addMeaning(map, word, { role: 'stop' });
  for (const form of words('rock rocks rocking rocked'))
    for (const whom of words('it him her the_baby her_baby his_baby the_child'))
      addMeaning(map, `${form} ${whom}`, { verb: { motion: 'idle', does: 'cradle' } });
  addMeaning(map, 'arising', { verb: { motion: 'rise' } });
  addDeeds(map);
}

/** The plain form of a verb in -ing or -s. */
export function lemmaOf(word: string): string {
  if (!word.endsWith('ing'))
    return word
      .replace(/ies$/, 'y')
      .replace(/(ss|sh|ch|x|z)es$/, '$1')
      .replace(/([^s])s$/, '$1');
  const stem = word.slice(0, -3);
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[cv]|[^aeiou][aiu][kzs]|writ|rv|rg|at|in|gli)$/.test(stem) && !/(?:clean|mean|train)$/.test(stem)
    ? `${stem}e`
    : stem;
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
