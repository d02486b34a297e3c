import type { SoundKind, StyleKind } from '../scene.ts';

/** Styles that can be made of a picture alone; the others are of how a world is built, lit or seen, or are grades. */
export type RestyleKind = Exclude<
  StyleKind,
  | 'photographic'
  | 'blackAndWhite'
  | 'cyberpunk'
  | 'paperCut'
  | 'isometric'
  | 'render3d'
  | 'lowPoly'
  | 'poster'
  | 'cubist'
>;

/**
 * What an instruction comes to: a list of operations, carried out in this order on one picture or on every frame of a
 * clip. Plain JSON. `read-instruction.ts` writes it, a tool in `tools/` carries each kind out.
 */
export type EditOperation =
  | { readonly kind: 'restyle'; readonly style: RestyleKind }
  | { readonly kind: 'grade'; readonly grade: Grade /** 0 … 1, ordinarily 1. */; readonly strength: number }
  | { readonly kind: 'recolor'; readonly target: Target /** sRGB hex. */; readonly color: string }
  | { readonly kind: 'weather'; readonly weather: EditWeather; readonly strength: number }
  | {
      readonly kind: 'add';
      readonly object: AddedObject;
      readonly anchor: Anchor;
      /** Who carries it, when the instruction says: the woman, the cat, the table. */
      readonly carrier?: Target;
      readonly count: number;
    }
  | { readonly kind: 'remove'; readonly target: Target }
  | { readonly kind: 'background'; readonly background: Background }
  | { readonly kind: 'title'; readonly text: string; readonly place: TitlePlace; readonly color?: string }
  | PasteOperation
  /** Whole inputs beside each other, the first included. */
  | { readonly kind: 'collage'; readonly images: readonly number[]; readonly along: 'row' | 'column' | 'grid' }
  /** Played so many times as fast: 2 halves the length. Of a clip only, like the next three. */
  | { readonly kind: 'speed'; readonly factor: number }
  | { readonly kind: 'reverse' }
  | { readonly kind: 'mute' }
  | { readonly kind: 'sound'; readonly sound: SoundKind /** 0 … 1. */; readonly loudness: number }
  | { readonly kind: 'flip'; readonly axis: 'horizontal' | 'vertical' }
  | { readonly kind: 'crop'; readonly to: 'subject' | 'closer' | 'square' };

/** Cuts the target out of one input and puts it into another, which is then the edited one. */
export interface PasteOperation {
  readonly kind: 'paste';
  /** Index of the input that it comes from; absent: the one that shows it, which `settleInputs` finds out. */
  readonly image?: number;
  /** Absent: what that picture is about. */
  readonly target?: Target;
  /** As it is, with its frame, not cut out. */
  readonly isWhole?: true;
  /** Without an image: the one that shows the anchor and none of what is pasted. */
  readonly onto: {
    readonly image?: number;
    readonly relation: 'on' | 'nextTo' | 'in' | 'behind' | 'inFrontOf';
  };
  readonly anchor?: Target;
  readonly place?: FramePlace;
  /** Which of several that come to the same place. */
  readonly slot?: { readonly index: number; readonly count: number };
}

export type Grade =
  | 'blackAndWhite'
  | 'sepia'
  | 'night'
  | 'day'
  | 'sunset'
  | 'winter'
  | 'autumn'
  | 'spring'
  | 'summer'
  | 'vintage'
  | 'warm'
  | 'cool'
  | 'bright'
  | 'dark'
  | 'vivid'
  | 'faded'
  | 'cinematic';

export type EditWeather =
  | 'rain'
  | 'snow'
  | 'fog'
  | 'storm'
  | 'clouds'
  | 'sun'
  | 'wind'
  | 'petals'
  | 'leaves'
  | 'sparks';

/** Something that the instruction names in the picture. `label` is a detector's word for it, where one fits. */
export interface Target {
  /** As the instruction says it, in its own language: `woman`, `the red car`. */
  readonly word: string;
  readonly kind:
    | 'person'
    | 'face'
    | 'hair'
    | 'clothing'
    | 'animal'
    | 'thing'
    | 'sky'
    | 'water'
    | 'ground'
    | 'background'
    | 'subject';
  /** One of COCO's 80 names. */
  readonly label?: string;
  /** What tells it from others of its kind. */
  readonly color?: string;
  readonly side?: 'left' | 'right' | 'middle';
}

export interface AddedObject {
  /** `necklace`, `sunglasses`, or any noun. */
  readonly word: string;
  /** Which of the modelled ones it is; `thing` is a rendered emoji, named by `thing`. */
  readonly model: ObjectModel;
  readonly thing?: string;
  readonly color?: string;
  readonly material?: 'gold' | 'silver' | 'leather' | 'glass' | 'cloth' | 'wood' | 'plastic' | 'pearl';
  readonly text?: string;
}

export type ObjectModel =
  | 'necklace'
  | 'glasses'
  | 'sunglasses'
  | 'hat'
  | 'crown'
  | 'earrings'
  | 'scarf'
  | 'tie'
  | 'beard'
  | 'mask'
  | 'headphones'
  | 'flowerCrown'
  | 'halo'
  | 'balloon'
  | 'thing';

/** Where on its carrier, or in the frame, an object is. */
export type Anchor =
  | 'eyes'
  | 'neck'
  | 'head'
  | 'ears'
  | 'mouth'
  | 'leftHand'
  | 'rightHand'
  | 'shoulders'
  | 'chest'
  | 'beside'
  | 'on'
  | FramePlace;

export type FramePlace =
  | 'left'
  | 'right'
  | 'center'
  | 'top'
  | 'bottom'
  | 'topLeft'
  | 'topRight'
  | 'bottomLeft'
  | 'bottomRight'
  | 'sky'
  | 'water'
  | 'ground';
export type TitlePlace = 'top' | 'bottom' | 'center' | 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

export type Background =
  | { readonly kind: 'color'; readonly color: string }
  | { readonly kind: 'blur' }
  /** Drawn by the draft engine from these words. */
  | { readonly kind: 'scene'; readonly prompt: string }
  /** The input with this index. */
  | { readonly kind: 'image'; readonly image: number };

/** A whole instruction, read. */
export interface Instruction {
  readonly operations: readonly EditOperation[];
  /** One sentence that says what will be done. */
  readonly description: string;
  /** Parts that were not understood, as written; an instruction with no operation at all cannot be carried out. */
  readonly ignored: readonly string[];
  /** Sentences on what is not done, or otherwise than asked. */
  readonly notes: readonly string[];
}
