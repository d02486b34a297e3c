import type { SoundKind } from '../scene.ts';
import { music } from './music/music.ts';
import type { Voice } from './voice.ts';
import * as animals from './voices-animals.ts';
import * as events from './voices-events.ts';
import * as nature from './voices-nature.ts';
import { speech } from './voices-speech.ts';
import * as steps from './voices-steps.ts';
import * as things from './voices-things.ts';
import * as tonal from './voices-tonal.ts';
import * as vehicles from './voices-vehicles.ts';
import * as wildlife from './voices-wildlife.ts';
import * as world from './voices-world.ts';

/** How each kind of sound is made. */
export const VOICES: Readonly<Record<SoundKind, Voice>> = {
  ...nature,
  ...animals,
  ...events,
  ...wildlife,
  ...steps,
  ...world,
  ...things,
  ...vehicles,
  ...tonal,
  speech,
  music,
};
