import type { Field } from './mover.ts';
import type { Planes } from './planes.ts';

/**
 * A part of the picture that moves by itself, behind or within the rest. Well inside its matte a frame shows the plate
 * alone; in the narrow band along the matte's edge it is mixed with the picture, and comes in while nothing has moved far yet:
 * so the first frame is the picture itself, whatever is made up beyond the edge.
 */
export interface Layer {
  /** Of the picture's size, 0 … 255. */
  readonly matte: Uint8Array;
  /** The layer alone: equal to the picture where the matte is full for `edge` pixels around, made up elsewhere. */
  readonly plate: Planes;
  /** Pixels, at least 2. */
  readonly edge: number;
  /** Where each node of the frame reads the plate, given where it reads the picture. */
  place(places: LayerPlaces, field: Field, seconds: number): void;
}

/** Two readings of the plate, for motion that starts over again and again; `second` 0 means only the first counts. */
export interface LayerPlaces {
  readonly first: Field;
  readonly again: Field;
  /** How much the second reading counts, 0 … 1. */
  second: number;
  /** How much of the layer is seen along its edge, 0 … 1. */
  seen: number;
}
