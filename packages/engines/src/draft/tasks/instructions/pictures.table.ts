import type { ReadAs } from './read-as.ts';

/** Of three pictures. */
export const PICTURE_INSTRUCTIONS: readonly ReadAs[] = [
  ['Make it black and white and add the title "WINTER" at the top', 'blackAndWhite · title "WINTER" top'],
  ['Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>', 'paste dog of 1 on sofa (couch) of 0'],
  ['Replace the background with <IMAGE_1>', 'background image 1'],
  ['Put the cat from image 2 next to the dog in image 1', 'paste cat of 1 nextTo dog of 0'],
  ['Replace the background of <IMAGE_0> with <IMAGE_1>', 'background image 1'],
  ['Use <IMAGE_1> as the background', 'background image 1'],
  ['Put the woman from <IMAGE_0> in front of the temple in <IMAGE_1>', 'background image 1'],
  ['Let the man in <IMAGE_0> wear the hat from <IMAGE_1>', 'paste hat of 1 on man (person) of 0'],
  ['Combine <IMAGE_0> and <IMAGE_1>', 'paste all of 1 nextTo 0'],
  ['Add the rocket from <IMAGE_2> to the sky of <IMAGE_0>', 'paste rocket of 2 in sky of 0'],
  ['Put <IMAGE_1> into <IMAGE_0>', 'paste all of 1 in 0'],
  ['Leg die Katze aus Bild 2 auf das Sofa in Bild 1', 'paste cat of 1 on sofa (couch) of 0'],
  ['Füge den Hund aus Bild 2 in Bild 1 ein', 'paste dog of 1 in 0'],
  ['Place the dog from the second image on the sofa in the first image', 'paste dog of 1 on sofa (couch) of 0'],
  ['cut out the dog and put it on a white background', 'background color #ffffff'],
  ['put the kitten from <IMAGE_2> behind the sofa', 'paste kitten (cat) of 2 behind sofa (couch) of any'],
  ['Swap the cat in <IMAGE_0> with the dog from <IMAGE_1>', 'remove cat · paste dog of 1 in cat of 0'],
  ['combine', 'paste all of 1 nextTo 0 · paste all of 2 nextTo 0'],
  ['combine both pictures: the dog on the sofa', 'paste dog of any on sofa (couch) of any'],
  ['put both pictures side by side', 'collage row 0 1 2'],
  ['make a collage', 'collage grid 0 1 2'],
  ['put <IMAGE_0> next to <IMAGE_1>', 'collage row 0 1'],
  [
    'put the dog, the kitten and the cup on the meadow',
    'paste dog of any on meadow of any · paste kitten (cat) of any on meadow of any · paste cup of any on meadow of any',
  ],
  ['Put the dog from <IMAGE_1> on the meadow in <IMAGE_0>', 'paste dog of 1 on meadow of 0'],
  ['Put <IMAGE_1> in the top right corner', 'paste whole of 1 topRight any'],
  ['put the kitten in the bottom left corner', 'paste kitten (cat) of any bottomLeft any'],
  ['Give the man in <IMAGE_0> the hat from <IMAGE_1>', 'paste hat of 1 on man (person) of 0'],
  ['Replace the dog in <IMAGE_0> with the one in <IMAGE_2>', 'remove dog · paste dog of 2 in dog of 0'],
  ['put the dog in <IMAGE_1>', 'paste dog of any in 1'],
  ['put the dog from <IMAGE_0> on the sofa in <IMAGE_1>', 'paste dog of 0 on sofa (couch) of 1'],
  ['have the dog from <IMAGE_1> sit next to the cat in <IMAGE_0>', 'paste dog of 1 nextTo cat of 0'],
  ['crop it to a square', 'crop square'],
  ['add a cup to the table', 'add cup on of table (dining table)'],
  ['put the woman on a beach', 'background scene a beach'],
];

/** What is refused of several pictures, and what its message says. */
export const PICTURE_REFUSALS: readonly (readonly [prompt: string, why: RegExp])[] = [
  ['<IMAGE_0> in the style of <IMAGE_1>', /style is not taken over/],
  ['make <IMAGE_0> look like <IMAGE_1>', /style is not taken over/],
  ['transfer the colors of <IMAGE_1> to <IMAGE_0>', /Colours, light, textures/],
  ['Replace her dress with the one in <IMAGE_2>', /Clothes and hair are not taken over/],
  ['Swap the faces of <IMAGE_0> and <IMAGE_1>', /Faces are not exchanged/],
  ['make <IMAGE_1> black and white', /Of several pictures one is edited/],
  ['add the title "Hi" to <IMAGE_1>', /Of several pictures one is edited/],
];
