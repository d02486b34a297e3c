import type { SoundKind } from '../../scene.ts';

const SOUNDS: readonly (readonly [SoundKind, RegExp])[] = [
  ['thunder', /thunder(?:storm)?|storm|lightning/iu],
  ['rain', /rain(?:fall|drops?|ing)?|drizzle|downpour/iu],
  ['waterfall', /waterfalls?/iu],
  ['sea', /sea|oceans?|waves?|surf|beach|shore/iu],
  ['river', /rivers?|streams?|brooks?|creeks?|(?:running|flowing) water|fountain/iu],
  ['crickets', /crickets?|cicadas?|night insects?|insects?|night (?:sounds?|ambience|noises?)/iu],
  ['birds', /birds?(?:ong| ?song)?|chirp(?:s|ing)?|tweet(?:s|ing)?|forest|nature|meadow|morning/iu],
  ['wind', /winds?|breeze|blizzard|gusts?|howling/iu],
  ['fire', /fire-?(?:place|side)?|crackl(?:e|es|ing)|campfire|flames?|burning/iu],
  ['fireworks', /fireworks?|firecrackers?/iu],
  [
    'crowd',
    /crowds?|applause|cheer(?:s|ing)?|clapping|audience|people talking|chatter|laughter|caf[eé]|restaurant|party/iu,
  ],
  ['traffic', /traffic|cars?|honk(?:s|ing)?|highway/iu],
  ['city', /city|street|urban|town/iu],
  ['train', /trains?|railway|locomotive|subway/iu],
  ['hooves', /hoov?es|horses?|gallop(?:s|ing)?|clip-?clop/iu],
  ['bark', /bark(?:s|ing)?|dogs?|woof/iu],
  ['meow', /me?ow(?:s|ing)?|miaow|cats?|purr(?:s|ing)?/iu],
  ['launch', /rocket|launch|lift-?off/iu],
  ['engine', /engines?|motors?|machine(?:ry)?|airplane|plane|helicopter/iu],
  ['snowSteps', /steps? (?:in|on) (?:the )?snow|snow steps/iu],
  ['footsteps', /foot-?steps?|walking|steps/iu],
  ['underwater', /underwater|bubbles|scuba/iu],
  ['space', /space|sci-?fi|drone|spaceship|ominous/iu],
  ['robot', /robots?|beeps?|bleeps?/iu],
  ['bell', /(?:church |sleigh |jingle )?bells?|ding|gong/iu],
  ['chime', /chimes?|wind chimes|twinkl(?:e|ing)|sparkle|magic(?:al)?/iu],
  ['room', /room tone|room|silence ambience|indoor/iu],
  [
    'music',
    /music|songs?|soundtrack|score|melod(?:y|ies)|piano|guitar|tunes?|orchestra(?:l)?|beats?|jazz|lo-?fi|violins?|synth/iu,
  ],
];

/** What is to be heard, as many kinds as are named. */
export function readSounds(text: string): readonly SoundKind[] {
  const found: SoundKind[] = [];
  let rest = text;
  for (const [kind, pattern] of SOUNDS) {
    const whole = new RegExp(`(?<![\\p{L}])(?:${pattern.source})(?![\\p{L}])`, 'iu');
    if (!whole.test(rest)) continue;
    rest = rest.replace(whole, ' ');
    found.push(kind);
  }
  return found;
}
