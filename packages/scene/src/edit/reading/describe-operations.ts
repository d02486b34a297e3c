import { nameColor } from '../../lexicon/colors.ts';
import type { EditOperation, EditWeather, Grade, PasteOperation, Target } from '../operation.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  blackAndWhite: 'turned black and white',
  sepia: 'toned in sepia',
  night: 'turned to night',
  day: 'turned to day',
  sunset: 'turned to sunset',
  winter: 'turned to winter',
  autumn: 'turned to autumn',
  spring: 'turned to spring',
  summer: 'turned to summer',
  vintage: 'aged like old film',
  warm: 'made warmer',
  cool: 'made cooler',
  bright: 'brightened',
  dark: 'darkened',
  vivid: 'made more vivid',
  faded: 'faded',
  cinematic: 'graded like cinema',
};
const WEATHERS: Readonly<Record<EditWeather, string>> = {
  rain: 'rain added',
  snow: 'snow added',
  fog: 'fog added',
  storm: 'a thunderstorm added',
  clouds: 'clouds added',
  sun: 'sunshine added',
  wind: 'wind added',
  petals: 'drifting petals added',
  leaves: 'drifting leaves added',
  sparks: 'sparks added',
};

/** One sentence that says what is done; what was not understood, and what is otherwise than asked, follows. */
export function describeOperations(
  operations: readonly EditOperation[],
  kind: 'image' | 'video',
  ignored: readonly string[],
  notes: readonly string[] = [],
): string {
  const done = operations.map(describeOne);
  const all = done.length > 1 ? `${done.slice(0, -1).join(', ')} and ${done.at(-1)}` : (done[0] ?? 'left as it is');
  const rest = ignored.length > 0 ? ` Not understood: ${ignored.map((part) => `“${part}”`).join(', ')}.` : '';
  return [`The ${kind === 'image' ? 'picture' : 'video'}, ${all}.${rest}`, ...notes].join(' ');
}

function describeOne(operation: EditOperation): string {
  switch (operation.kind) {
    case 'restyle':
      return `restyled as ${STYLE_NAMES[operation.style] ?? operation.style}`;
    case 'grade':
      return GRADES[operation.grade];
    case 'weather':
      return WEATHERS[operation.weather];
    case 'recolor':
      return `${the(operation.target)} made ${nameColor(operation.color)}`;
    case 'add':
      return describeAdd(operation);
    case 'remove':
      return `${the(operation.target)} removed`;
    case 'background':
      return describeBackground(operation.background);
    case 'title':
      return `titled “${operation.text}”`;
    case 'paste':
      return describePaste(operation);
    case 'collage':
      return `put beside ${operation.images
        .filter((image) => image > 0)
        .map((image) => `<IMAGE_${image}>`)
        .join(', ')}`;
    case 'speed':
      return `played at ${Number(operation.factor.toFixed(2))} × speed`;
    case 'reverse':
      return 'played backwards';
    case 'mute':
      return 'muted';
    case 'sound':
      return `with the sound of ${SOUND_NAMES[operation.sound] ?? operation.sound} added`;
    case 'flip':
      return operation.axis === 'horizontal' ? 'mirrored' : 'turned upside down';
    case 'crop':
      return { subject: 'cropped to its subject', closer: 'seen from closer', square: 'cropped to a square' }[
        operation.to
      ];
  }
}

const STYLE_NAMES: Readonly<Record<string, string>> = {
  watercolor: 'a watercolour',
  oil: 'an oil painting',
  pixel: 'pixel art',
  comic: 'a comic',
  sketch: 'a pencil sketch',
  clay: 'clay animation',
  noir: 'film noir',
  popArt: 'pop art',
  ukiyoE: 'a ukiyo-e print',
  charcoal: 'a charcoal drawing',
  lineArt: 'line art',
  blueprint: 'a blueprint',
  inkWash: 'an ink wash painting',
  impressionist: 'an impressionist painting',
  pastel: 'a pastel drawing',
  stainedGlass: 'stained glass',
};
const SOUND_NAMES: Readonly<Record<string, string>> = {
  bark: 'barking',
  meow: 'meowing',
  snowSteps: 'steps in snow',
  sea: 'the sea',
  launch: 'a launch',
};

function describeAdd({ object, anchor, carrier, count }: Extract<EditOperation, { readonly kind: 'add' }>): string {
  const isWorn = object.model !== 'thing' && object.model !== 'balloon';
  const isPlural = /[^s]s$/u.test(object.word);
  const one = isPlural
    ? object.word
    : `${/^(?:[aeio](?!ne\b|uro)|u(?!fo|ni|k))/iu.test(object.word) ? 'an' : 'a'} ${object.word}`;
  const what = count > 1 && !(isWorn && carrier) ? `${count} × ${object.word}` : one;
  if (!carrier) return `${what} added`;
  const where = anchor === 'beside' ? 'placed beside' : isWorn || anchor === 'on' ? 'put on' : 'given to';
  return `${what} ${where} ${the(carrier)}`;
}

function describePaste({ image, target, isWhole }: PasteOperation): string {
  const from = image === undefined ? '' : `<IMAGE_${image}>`;
  if (isWhole) return `${from} as a whole laid over it`;
  return `${target ? the(target) : 'the subject'}${from === '' ? '' : ` from ${from}`} added`;
}

function describeBackground(background: Extract<EditOperation, { readonly kind: 'background' }>['background']): string {
  switch (background.kind) {
    case 'color':
      return `the background replaced by ${nameColor(background.color)}`;
    case 'blur':
      return 'the background blurred';
    case 'scene':
      return `the background replaced by ${background.prompt}`;
    case 'image':
      return `the background replaced by <IMAGE_${background.image}>`;
  }
}

function the({ word }: Target): string {
  return /^(?:people|everyone|him|her|them)$/u.test(word) ? word : `the ${word}`;
}
