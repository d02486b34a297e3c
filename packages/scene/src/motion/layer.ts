import type { Field } from './mover.ts';
import type { Planes } from './planes.ts';

/**
 * A part of the picture that moves by itself: a frame is the picture plus matte × (plate where it has moved to − plate
 * where it was). Where the matte is soft this is the matting equation, so that neither an edge nor a star shows twice, and at
 * rest it is the picture itself, whatever the plate holds.
 */
export interface Layer {
  /** Of the picture's size, 0 … 255. */
  readonly matte: Uint8Array;
  /** The layer alone: equal to the picture where the matte is 255, made up elsewhere and in its rim. */
  readonly plate: Planes;
  /** Where each node of the frame reads the plate, given where it reads the picture. */
  place(places: LayerPlaces, field: Field, seconds: number): void;
}

/** Two readings of the plate, for motion that starts over again and again; `second` 0 means only the first counts. */
export interface LayerPlaces {
  readonly first: Field;
  readonly again: Field;
  /** How much the second reading counts, 0 … 1. */
  second: number;
}
