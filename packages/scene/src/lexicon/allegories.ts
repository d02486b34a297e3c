/** What words without a body are shown by, where a prompt names nothing else: each a prompt of its own. */
const ROWS: readonly (readonly [words: string, shownBy: string])[] = [
  ['freedom liberty escape independence', 'a seagull flying over the sea at sunrise'],
  ['peace harmony hope faith', 'a white dove flying above the clouds at sunrise'],
  ['love romance affection devotion', 'a red heart on a pastel pink background'],
  ['time past eternity history memory memories patience', 'a clock on an old wooden table'],
  ['dream dreams imagination fantasy sleep', 'a hot air balloon above the clouds at night under a full moon'],
  ['life growth nature birth beginning earth', 'an oak tree on a green meadow in the morning'],
  ['death end grief mourning', 'a bare tree in a foggy field at dusk'],
  ['joy happiness fun celebration birthday party festival carnival', 'seven colorful balloons in a garden'],
  ['sadness loneliness solitude melancholy depression', 'a man sitting on a bench in a park in the rain'],
  ['anger rage chaos destruction hell', 'a burning fire under a dark stormy sky in the desert'],
  ['war battle conflict victory', 'two knights fighting in front of a castle'],
  ['power strength courage bravery pride', 'a lion on a rock at golden hour'],
  ['knowledge wisdom learning education', 'an owl in a library'],
  ['magic mystery wonder spell', 'a wizard in a misty forest at night'],
  ['adventure journey travel exploration discovery', 'a sailing ship on the sea at sunset'],
  ['future technology progress innovation ai intelligence', 'a robot in a futuristic city at night'],
  ['energy speed motion', 'a red sports car driving on a road at sunset'],
  ['music sound song melody silence', 'a guitar on a chair in a cozy room'],
  ['beauty elegance spring', 'seven pink flowers in a garden in the morning'],
  ['calm tranquility serenity meditation balance zen quiet', 'a lake at dawn with a small boat in the mist'],
  ['infinity universe eternity creation god heaven', 'a ringed planet in space'],
  ['fear horror nightmare darkness', 'a haunted house in a dark forest at night in fog'],
  ['home friendship together', 'a cottage in a meadow at golden hour'],
  ['summer vacation holiday', 'an umbrella on a tropical beach by day'],
  ['concert gig', 'a singer on a stage with a guitar at night'],
  ['wedding marriage', 'a bride and a groom in a garden'],
  ['boxing', 'two boxers fighting'],
  ['cycling', 'a cyclist riding a bicycle on a road'],
  ['fishing', 'a fisherman in a small boat on a lake in the morning'],
  ['yoga gymnastics', 'a woman sitting in a park in the morning'],
  ['skiing snowboarding', 'a skier on a snowy mountain'],
  ['swimming diving', 'a turtle swimming over a coral reef'],
  ['sailing', 'a sailing ship on the open sea'],
  ['fencing wrestling', 'two knights fighting'],
  ['feast banquet', 'a cake and a bottle of wine on a wooden table'],
  ['picnic', 'a basket under an oak tree in a meadow'],
  ['funeral', 'a gravestone in a foggy field at dusk'],
  ['earthquake flood avalanche hurricane', 'a thunderstorm over a village'],
  ['eclipse', 'a full moon over the sea at night'],
  ['winter cold', 'a cabin in a snowy forest'],
  ['autumn fall', 'a maple tree in a park in autumn'],
];

const SHOWN_BY = new Map(ROWS.flatMap(([words, shownBy]) => words.split(' ').map((word) => [word, shownBy] as const)));

/** A prompt whose picture stands for a word without a body; undefined for any other word. */
export function allegoryOf(word: string): string | undefined {
  return SHOWN_BY.get(word);
}
