/** What distinguishes one swimmer from another. */
export interface FishForm {
  readonly name: string;
  readonly words: readonly string[];
  /** Half axes, metres. */
  readonly body: readonly [width: number, height: number, length: number];
  readonly back: string;
  readonly belly: string;
  readonly fin: string;
  readonly pattern: 'plain' | 'clown' | 'bands' | 'orca' | 'gills';
  readonly tail: 'fork' | 'fan' | 'shark' | 'fluke';
  readonly dorsal: number;
  readonly eye: number;
  readonly snout: number;
  readonly mouth: 'pout' | 'grin' | 'smile';
  /** How much larger than a fish a reader takes it to be, as far as its measures here already say so. */
  readonly grown?: number;
}
