import { readFile, writeFile } from 'node:fs/promises';
import { coverPicture, flatten, openPhoto } from '@openimagine/media';
import {
  type Backdrop,
  type Cast,
  createMotion,
  createPinnedFilm,
  createReferenceFilm,
  createSequence,
  cutOutFigure,
  type FrameSource,
  type Looked,
  type Part,
  type Pin,
  type Sight,
  type SoundCue,
  type Subject,
  seePicture,
} from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';
import { FRAMES_PER_SECOND } from './draw-film.ts';
import { detect, see } from './look-at.ts';

/** A picture that was looked at, left as bare RGBA where the other tasks find it. */
export interface SavedLook {
  readonly picturePath: string;
  readonly width: number;
  readonly height: number;
  readonly sight: Sight;
}

export interface ReferenceLookOrder {
  readonly path: string;
  readonly picturePath: string;
}

/** Everything that decides a film of references and pinned pictures. Plain data: it travels to the render children. */
export interface ReferenceOrder {
  readonly prompt: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** By time. */
  readonly pins: readonly { readonly seconds: number; readonly look: SavedLook }[];
  /** Absent: nothing but the pins is shown. */
  readonly scene?: {
    readonly cast: Cast;
    /** Of each actor, by the number of its picture. */
    readonly subjects: readonly { readonly image: number; readonly look: SavedLook }[];
    /** Empty: the setting is drawn. */
    readonly places: readonly SavedLook[];
    /** The only place is a picture that the film begins with, or ends with: it is seen alone then. */
    readonly placeIsPinned?: 'start' | 'end';
  };
}

/** What all tasks of an order share. */
export interface ReferenceFilmAtWork extends FrameSource {
  /** Made when first asked for. */
  readonly cues: readonly SoundCue[];
  readonly description: string;
}

const WHITE = [255, 255, 255] as const;
/** A figure is never drawn larger than this. */
const SUBJECT_SIDE_MAX = 1280;
const SIDE_MIN = 8;

/** Opens a reference in its own shape and finds what is where in it. */
export async function lookAtReference({ path, picturePath }: ReferenceLookOrder): Promise<SavedLook> {
  const fit = { width: SUBJECT_SIDE_MAX, height: SUBJECT_SIDE_MAX };
  const photo = flatten(await openPhoto(await readFile(path), { fit }), WHITE);
  const even = (side: number) => Math.max(SIDE_MIN, side & ~1);
  const picture = coverPicture(photo, even(photo.width), even(photo.height));
  await writeFile(picturePath, picture.rgba);
  const sight = see(picture, await detect(picture, { faces: true, bodies: true, things: true }));
  return { picturePath, width: picture.width, height: picture.height, sight };
}

/** Makes films of references, and keeps the last: the segments that come to the same process share it. */
export function createReferenceKeeper(studio: Studio): (order: ReferenceOrder) => Promise<ReferenceFilmAtWork> {
  let last: { readonly key: string; readonly film: Promise<ReferenceFilmAtWork> } | undefined;
  return (order) => {
    const paths = [...order.pins.map(({ look }) => look), ...(order.scene?.subjects.map(({ look }) => look) ?? [])];
    // The files' names are the order's own: no two orders share one.
    const key = JSON.stringify([order.prompt, order.seed, order.width, paths.map(({ picturePath }) => picturePath)]);
    if (last?.key !== key) last = { key, film: openReferenceFilm(studio, order) };
    return last.film;
  };
}

async function openReferenceFilm(studio: Studio, order: ReferenceOrder): Promise<ReferenceFilmAtWork> {
  const { seconds, seed, prompt, scene } = order;
  const { kernel } = studio;
  const pins = await Promise.all(
    order.pins.map(async ({ seconds: at, look }): Promise<Pin> => ({ seconds: at, ...(await openLook(look)) })),
  );
  const staged = scene && (await openScene(studio, order, scene));
  const says = staged?.says ?? [];
  if (pins.length === 0) {
    const { sequence } = staged!;
    return { ...sequence, description: describe(says, 0) };
  }
  const pinned = createPinnedFilm({
    kernel,
    pins,
    prompt,
    seed,
    seconds,
    ...(staged ? { between: staged.sequence } : {}),
  });
  return {
    frameAt: (at, into) => pinned.frameAt(at, into),
    get cues() {
      return pinned.cues;
    },
    get description() {
      return describe([...says, ...(staged ? [] : pinned.says)], pins.length);
    },
  };
}

async function openLook({ picturePath, width, height, sight }: SavedLook): Promise<Looked> {
  return { picture: { width, height, rgba: await readFile(picturePath) }, sight };
}

async function openScene(
  studio: Studio,
  order: ReferenceOrder,
  { cast, subjects, places, placeIsPinned }: NonNullable<ReferenceOrder['scene']>,
): Promise<{ readonly sequence: Part; readonly says: readonly string[] }> {
  const { kernel } = studio;
  const { width, height, seconds, seed, prompt } = order;
  const figures = new Map<number, Subject>();
  for (const { image, look } of subjects) figures.set(image, cutOutFigure(await openLook(look)));
  const haze = /\b(?:fog|foggy|mist|misty|haze|hazy)\b/iu.test(prompt) ? 0.2 : 0.04;
  const backdrops =
    places.length > 0
      ? await Promise.all(places.map(async (look) => movingBackdrop(kernel, await openLook(look), order)))
      : [await drawnBackdrop(studio, order, cast)];
  const parts = backdrops.map((backdrop): Part => {
    const emptyAt = { start: placeIsPinned === 'start', end: placeIsPinned === 'end' };
    const film = createReferenceFilm({ cast, subjects: figures, backdrop, haze, seconds, seed, emptyAt });
    return { ...film, sight: backdrop.sight };
  });
  const sequence = createSequence(parts, { kernel, seconds, seed, width, height });
  return {
    sequence,
    says: tell(
      cast,
      places.map(({ sight }) => sight),
      placeIsPinned !== undefined,
    ),
  };
}

/** Words of a prompt that are about weather and light: what else it says is for the figures. */
const ATMOSPHERE =
  /\b(?:rain\w*|storm\w*|drizzl\w*|snow\w*|fog\w*|mist\w*|haz[ey]\w*|wind\w*|breez\w*|cloud\w*|sunset|sunrise|wave\w*|water\w*|lightning|thunder\w*|petals?|leaves|embers?|fireflies|star\w*|confetti|bubbles|dust|smoke|night|dawn|dusk)\b/giu;

/** Still but for what moves in it: figures must not slide on their ground. */
function movingBackdrop(kernel: WebAssembly.Module, { picture, sight }: Looked, order: ReferenceOrder): Backdrop {
  const { seed, seconds } = order;
  const air = [...new Set(order.prompt.match(ATMOSPHERE) ?? [])].join(', ');
  const prompt = `${air}${air ? ', ' : ''}static camera`;
  const motion = createMotion({ kernel, picture, sight, prompt, seed, seconds });
  if (order.scene?.placeIsPinned !== 'end') return { picture, sight, ...motion };
  const last = seconds - 1 / FRAMES_PER_SECOND;
  return { picture, sight, cues: motion.cues, frameAt: (at, into) => motion.frameAt(Math.max(0, last - at), into) };
}

const SETTING_PLAIN = 'a wide green meadow on a sunny day';
const SETTING_INDOORS = 'a bright photo studio';

/** The place that the prompt describes, drawn. */
async function drawnBackdrop(studio: Studio, order: ReferenceOrder, cast: Cast): Promise<Backdrop> {
  const { width, height, seconds, seed, prompt } = order;
  const air = [...new Set(prompt.match(ATMOSPHERE) ?? [])].join(', ');
  const hasPeople = cast.actors.some(({ word }) => /\b(?:person|man|woman|girl|boy|people)\b/iu.test(word));
  const place = cast.setting || (hasPeople ? SETTING_INDOORS : SETTING_PLAIN);
  const setting = `${place}${air ? `, ${air}` : ''}, wide shot, static camera`;
  const production = studio.produce({ prompt: setting, seed, width, height, seconds });
  const still = studio.rendererFor(production).render(production.stage.momentAt(0), seed);
  const picture = { width, height, rgba: Uint8Array.from(still.rgba) };
  const sight = seePicture(picture, await detect(picture, { faces: false, bodies: false, things: true }));
  return {
    picture,
    sight,
    cues: production.stage.cues,
    frameAt(at, into) {
      const data = studio
        .filmRendererFor(production)
        .i420(production.stage.momentAt(at), seed + Math.round(at * FRAMES_PER_SECOND));
      if (!into) return { width, height, data: Uint8Array.from(data) };
      into.set(data);
      return { width, height, data: into };
    },
  };
}

const DOES: Readonly<Record<Cast['actors'][number]['action'], string>> = {
  walk: 'walks',
  run: 'runs',
  drive: 'drives',
  fly: 'flies',
  swim: 'swims',
  float: 'floats',
  rise: 'rises',
  dance: 'dances',
  jump: 'jumps',
  wave: 'sways',
  spin: 'spins',
  approach: 'comes closer',
  rest: 'rests',
  look: 'looks about',
};

function tell({ actors, places, setting }: Cast, sights: readonly Sight[], isPinned: boolean): string[] {
  const where = isPinned
    ? 'the pinned picture'
    : places.length > 0
      ? places.map((image, index) => `the ${placeWord(sights[index]!)} of picture ${image + 1}`).join(', then ')
      : setting || 'a drawn setting';
  if (actors.length === 0) return [`${where} comes to life`];
  const says = actors.map(({ word, image, action }) => {
    const name = word.replace(/^(?:the|an?|my|his|her|our|this|that)\s+/iu, '');
    return `the ${name} of picture ${image + 1} ${DOES[action]}`;
  });
  const who = says.length < 2 ? says.join('') : `${says.slice(0, -1).join(', ')} and ${says.at(-1)}`;
  return [`${who} in ${where}`];
}

function placeWord({ regions }: Sight): string {
  if (regions.water && regions.sky) return 'waterside';
  return regions.sky ? 'landscape' : 'place';
}

function describe(says: readonly string[], pins: number): string {
  const ways =
    pins === 0
      ? []
      : [pins === 1 ? 'the film meets its pinned picture' : `the film passes ${pins} pictures at their times`];
  const parts = [...ways, ...says];
  const sentence = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
