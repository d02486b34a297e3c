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
  ['Let the man in <IMAGE_0> wear the hat from <IMAGE_1>', 'paste hat of 1 on person of 0'],
  ['Combine <IMAGE_0> and <IMAGE_1>', 'paste all of 1 nextTo 0'],
  ['Add the rocket from <IMAGE_2> to the sky of <IMAGE_0>', 'paste rocket of 2 in sky of 0'],
  ['Put <IMAGE_1> into <IMAGE_0>', 'paste all of 1 in 0'],
  ['Place the dog from the second image on the sofa in the first image', 'paste dog of 1 on sofa (couch) of 0'],
  ['cut out the dog and put it on a white background', 'background color #ffffff'],
  ['put the kitten from <IMAGE_2> behind the sofa', 'paste kitten (cat) of 2 behind sofa (couch) of 0'],
  ['Swap the cat in <IMAGE_0> with the dog from <IMAGE_1>', 'remove cat · paste dog of 1 in cat of 0'],
];
