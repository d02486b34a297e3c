import type { MusicKind, SoundKind } from '../scene.ts';
import { kept, type PictureRule, rule } from './picture-rule.ts';

const OF_MUSIC =
  '(?:(?:music(?! box)|tune|song|melody|soundtrack|score|track|beats?|ballad)(?: (?:playing|plays|played|in the background|softly|quietly|loudly|from a radio|is playing))*|(?:is )?(?:playing|plays)(?: (?:softly|quietly|in the background|loudly))*|in the background)';

/** Music asked for by its kind; what follows wins over the bare word. */
const music = (kind: MusicKind, words: string, always = ''): PictureRule[] => [
  rule(
    `(?:with |and |to |some |a |an )*(?:soft |slow |gentle |upbeat |smooth |quiet |loud |live |fast )*(?:${words}) ${OF_MUSIC}`,
    {
      music: kind,
      sounds: ['music'],
    },
  ),
  ...(always === '' ? [] : [kept(always, { music: kind, sounds: ['music'] })]),
];

/** "Cheerful ukulele", "a distant guitar" by themselves: an instrument that is heard and not seen. */
const HEARD_INSTRUMENTS: readonly (readonly [words: string, kind: MusicKind])[] = [
  ['saxophones?|sax|trumpet|jazz', 'jazz'],
  ['piano', 'piano'],
  ['violins?|cello|strings|string quartet|harp', 'classical'],
  ['orchestra|choir|horns', 'orchestral'],
  ['guitars?|acoustic guitar|ukulele|accordion|banjo|flutes?|fiddle|harmonica|bagpipes|mandolin', 'folk'],
  ['electric guitars?', 'rock'],
  ['synths?|synthesi[sz]ers?|techno|bass', 'electronic'],
  ['lo ?fi', 'lofi'],
];
const HEARD_HOW =
  '(?:cheerful|upbeat|happy|soft|gentle|slow|fast|distant|faint|quiet|mournful|melancholic|sad|romantic|playful|lively|dreamy|haunting|dramatic|epic|tender|mellow|smooth|energetic|solo|somber|calm|warm|sweet|jolly|driving)';

const HOW_LOUD =
  '(?:loud|sudden|huge|deafening|soft|dull|distant|gentle|big|great|mighty|sharp|satisfying|muffled|quiet|tremendous)';
/** "With a loud crash": heard, and no thing. */
const LOUD: readonly (readonly [words: string, kind: SoundKind])[] = [
  ['crash|bang|thud|thump|knock|crack|clang|clunk', 'thump'],
  ['boom|blast|explosion', 'explosion'],
  ['splash', 'splash'],
  ['pop', 'pop'],
  ['click|snap', 'click'],
  ['whoosh|swoosh|swish', 'whoosh'],
  ['creak|squeak', 'hinge'],
  ['rumble|roar of thunder', 'rumble'],
  ['screech', 'brakes'],
];

/** Silence first, for it denies; then what is heard. */
export const SOUND_RULES: readonly PictureRule[] = [
  rule(
    '(?:with |and |in |there is )?(?:no|without(?: any)?|zero) (?:sounds?|audio|noise)(?: (?:at all|effects))?|(?:in |with )?(?:complete|total|absolute|utter|dead|perfect) silence|(?:silent|soundless|muted?) (?:video|clip|footage|shot|scene)|(?:^|(?<=[.,;:] ))(?:silent|muted?|mute)(?= [.,;:]|$)|(?<=[.,;:] )(?:in )?silence(?= [.,;:]|$)',
    { silent: 'all' },
  ),
  rule(
    '(?:with |and |but |there is )?(?:no|without(?: any)?|zero) (?:background )?(?:music|soundtrack|score|bgm)(?: or (?:dialog(?:ue)?|speech|voice ?over))?|(?:ambient|natural|diegetic) sounds? only|only (?:ambient|natural) sounds?',
    { silent: 'music' },
  ),
  rule(
    '(?:no|without(?: any)?) (?:dialog(?:ue)?|speech|talking|voice ?over|narration|voices|spoken words|subtitles|captions)',
    {},
  ),
  ...HEARD_INSTRUMENTS.map(([words, kind]) =>
    rule(
      `(?<=^|[.,;] |and |with |to )(?:an? |the |some )?(?:${HEARD_HOW} )+(?:${words})(?: (?:music|melody|tune|song|solo|riff|playing))?(?= [.,;]| and | ?$)`,
      {
        music: kind,
        sounds: ['music'],
      },
    ),
  ),
  ...music(
    'jazz',
    'jazz|jazzy|swing|brass band|marching band|big band|saxophone|blues|bossa nova',
    'jazz|saxophone|saxophonist',
  ),
  ...music('lofi', 'lo ?fi(?: hip hop)?|chillhop|chill', 'lo ?fi(?= (?:beats|hip hop))'),
  ...music('chiptune', '(?:8|16) bit|chiptune|retro game|arcade', 'chiptune'),
  ...music('suspense', 'suspenseful|suspense|tense|ominous|eerie|horror|creepy|dark|thriller', ''),
  ...music('orchestral', 'orchestral|epic|cinematic|symphonic|heroic|dramatic|triumphant', 'orchestra|symphony'),
  ...music(
    'classical',
    'classical|baroque|string quartet|violin|cello|waltz|opera|harp',
    'violin(?:ist)?|cello|cellist|string quartet|harp(?:ist)?|ballet',
  ),
  ...music('rock', 'rock|metal|punk|electric guitar|grunge', 'electric guitar|rock (?:band|concert)|drummer|drum kit'),
  ...music('electronic', 'electronic|techno|synth(?:wave)?|edm|house|trance|dubstep|synth', 'techno|rave|dj'),
  ...music(
    'dance',
    'upbeat|pop|disco|funk|funky|dance|happy|cheerful|party|hip hop|rap|reggae|latin|salsa|samba',
    'disco|nightclub',
  ),
  ...music(
    'folk',
    'folk|acoustic(?: guitar)?|country|celtic|guitar|banjo|flamenco|mariachi|flute|accordion|ukulele',
    'guitar(?:ist)?|banjo|accordion|ukulele|flute|flutist|bagpipes?',
  ),
  ...music('piano', 'piano', 'piano|pianist'),
  ...music('ambient', 'ambient|meditation|meditative|new age|atmospheric|space|drone', ''),
  ...music(
    'calm',
    'calm(?:ing)?|soft|gentle|soothing|relaxing|peaceful|quiet|slow|serene|melancholic|sad|romantic|lullaby',
    'lullaby',
  ),
  kept('music|musicians?|concert|band|song|singing|choir|soundtrack', { sounds: ['music'] }),
  rule(
    '(?:the )?(?:sounds? of )?(?:the )?(?:ocean|sea) (?:waves? )?(?:sounds?|crashing|lapping|roaring|can be heard)|(?:the )?sounds? of (?:the )?(?:gentle |crashing |distant )*(?:waves|ocean|sea|surf)(?: (?:crashing|lapping|breaking))?|seagulls? (?:crying|calling|cries|calls)',
    { sounds: ['sea'] },
  ),
  rule(
    '(?:(?:the )?(?:distant|faint|far ?off|faraway|rolling|low) )+thunder(?: (?:rumbles?|rumbling|rolls|rolling))?|thunder(?: (?:rumbles?|rumbling|rolls|rolling))? (?:in the distance|far away|on the horizon)',
    { sounds: ['thunder'] },
  ),
  kept('waves? (?:crash|lap|break|roll|slap|wash|pound)(?:ing|es|s)?', { sounds: ['sea'] }),
  rule(
    '(?<=\\band )(?:(?:the|gentle|soft|big|giant|huge|small|foamy|white|dark|ocean|sea) )*waves(?: (?:are|gently|softly|slowly|quietly))*(?: (?:crash|lap|break|roll|slap|wash|hit|beat|pound|splash|ripple|swell)(?:ing|es|s)?)',
    { sounds: ['sea'] },
  ),
  rule('(?<=[.,;"] |and |with )(?:(?:gentle|soft|quiet|lapping|distant) )+(?:ocean |sea )?waves', { sounds: ['sea'] }),
  rule(
    '(?<=\\b(?:bells?|phones?|telephone|alarm|doorbell|bell over the door|bell on the door) )(?:rings?|ringing|chimes|jingles)',
    {
      sounds: ['bell'],
    },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:heavy |soft |falling |gentle )*rain(?: ?fall| ?drops)?|rain (?:pattering|drumming|sounds?)',
    {
      sounds: ['rain'],
    },
  ),
  rule('(?:the )?sounds? of (?:the )?(?:howling |gentle |strong )*wind|wind (?:howling|howls|whistling)', {
    sounds: ['wind'],
  }),
  rule(
    '(?:the )?(?:sounds? of )?(?:a |the )?(?:crackling|crackle|crackles)(?: (?:of )?(?:a |the )?)?(?:fire(?: ?place)?|flames|logs|wood)?',
    {
      sounds: ['fire'],
    },
  ),
  rule(
    '(?:the )?(?:distant |faint |soft )*sounds? of (?:the )?(?:distant |city )*(?:traffic|cars|horns)|(?:car )?horns? (?:honking|honk)|honking(?: (?:cars|horns))?',
    {
      sounds: ['traffic'],
    },
  ),
  rule(
    '(?:the )?(?:distant |faint )*sounds? of (?:the )?(?:distant |busy )*(?:city|street)|city (?:sounds|ambien[ct]e|noise)',
    {
      sounds: ['city'],
    },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:running |flowing |babbling )*(?:water|river|stream|brook)|babbling|(?:water )?trickling',
    {
      sounds: ['river'],
    },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:distant )*(?:birds?|birdsong|songbirds)(?: (?:singing|chirping))?|birds? (?:sing|chirp|tweet)(?:ing|s)?|bird ?song|chirping(?: birds)?|forest sounds',
    {
      sounds: ['birds'],
    },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:crickets|cicadas|insects)|crickets(?: chirping)?|cicadas(?: buzzing| singing)?',
    { sounds: ['crickets'] },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:heavy |soft |approaching |echoing )*footsteps|footsteps(?: (?:echo(?:ing)?|crunching|crunch))?',
    {
      sounds: ['footsteps'],
    },
  ),
  rule(
    '(?:the )?sounds? of (?:the )?(?:distant |rolling )*thunder|thunder (?:rumbles?|rumbling|rolls|rolling|claps?|cracks?|booms?)',
    {
      sounds: ['thunder'],
    },
  ),
  rule(
    '(?:(?:roaring|humming|rumbling|revving) )?engines? (?:roar(?:ing|s)?|rev(?:s|ving)?|rumbl(?:es?|ing)|hum(?:s|ming)?|purr(?:s|ing)?)|sounds? of (?:the |an )?engines?',
    {
      sounds: ['engine'],
    },
  ),
  rule('(?:sounds? of )?(?:chatter(?:ing)?|voices)|sounds? of people talking|murmur(?:ing|s)?', {
    sounds: ['crowd'],
  }),
  // Who cheers is seen as well.
  kept('(?:crowds?|audience|fans|spectators) (?:go(?:es)? wild|cheers?|erupts?|roars?)|cheering (?:crowds?|fans)', {
    sounds: ['cheer', 'crowd'],
  }),
  rule(
    '(?:(?:the |a |an )?stands? (?:go(?:es)? wild|cheers?|erupts?|roars?)(?: (?:with joy|in joy|loudly))?|cheering(?= *(?:$|[,.;]))|cheers)',
    { sounds: ['cheer', 'crowd'] },
  ),
  ...LOUD.map(([words, kind]) => rule(`(?:with |and )?(?:an? |the )(?:${HOW_LOUD} )+(?:${words})`, { sounds: [kind] })),
  kept('cheer(?:s|ing)?|celebrat(?:es?|ing)|hurray', { sounds: ['cheer'] }),
  kept('laugh(?:s|ing|ter)?|giggl(?:es?|ing)', { sounds: ['laughter'] }),
  kept('heart ?beats?|beating hearts?', { sounds: ['heartbeat'] }),
  kept('bark(?:s|ing)', { sounds: ['bark'] }),
  kept('meow(?:s|ing)?|purr(?:s|ing)', { sounds: ['meow'] }),
  rule(
    '(?:church |temple )?bells? (?:ring(?:ing|s)?|toll(?:ing|s)?|chim(?:es?|ing))|(?:the )?sounds? of (?:church |temple )?bells',
    { sounds: ['bell'] },
  ),
  kept('(?:wind )?chimes', { sounds: ['chime'] }),
  kept('gallop(?:s|ing)|hoof ?beats|hooves', { sounds: ['hooves'] }),
  kept('clocks? tick(?:s|ing)?|tick(?:s|ing) (?:of (?:a|the) )?clocks?', { sounds: ['clock'] }),
  kept('applau(?:se|ds?|ding)|(?:clap(?:s|ping)?|clap)(?: (?:hands|and))?', { sounds: ['applause'] }),
  kept('sirens?(?: (?:wail(?:s|ing)?|in the distance))?', { sounds: ['siren'] }),
  kept(
    '(?:ship|fog|boat|train) ?horns?|(?:train|steam|locomotive) whistles?|whistles? (?:blow|sound|scream)(?:s|ing)?|blow(?:s|ing)? (?:its|the) (?:whistle|horn)',
    { sounds: ['horn'] },
  ),
  kept('howl(?:s|ing)? (?:at|of)|wol(?:f|ves) howl(?:s|ing)?', { sounds: ['howl'] }),
  kept('(?:lions?|tigers?|bears?|dragons?|monsters?) roar(?:s|ing)?|roaring (?:lion|tiger|bear|dragon|monster)s?', {
    sounds: ['roar'],
  }),
  kept('explosions?|(?<!fireworks? (?:slowly )?)explod(?:es?|ing)', { sounds: ['explosion'] }),
  kept('sword ?fights?|clash(?:es|ing)? (?:of )?swords', { sounds: ['swords'] }),
  kept('sea ?gulls|gulls', { sounds: ['gulls'] }),
  kept('frogs? croak(?:s|ing)?|croaking', { sounds: ['frogs'] }),
  rule(
    '(?:with |and )?(?:the )?(?:natural |ambient |subtle |realistic |immersive )*(?:sounds?|audio|sound design|sound effects|sfx)(?: (?:effects|design))?(?: (?:only|of))?',
    {},
  ),
];
