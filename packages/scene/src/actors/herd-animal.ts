import type { Srgb } from '../model/color.ts';

/** What distinguishes one large animal from another; a horse is 1 throughout. */
export interface HerdAnimal {
  readonly name: string;
  readonly words: readonly string[];
  readonly scale: number;
  readonly color: string;
  readonly light: string;
  readonly mane?: string;
  readonly marking: 'none' | 'socks' | 'stripes' | 'patches' | 'wool' | 'spots' | 'giraffe' | 'panda';
  readonly legs: number;
  readonly girth: number;
  /** Length and steepness of the neck. */
  readonly neck: readonly [length: number, rise: number];
  readonly snout: number;
  readonly snoutWidth: number;
  readonly ear: readonly [length: number, width: number, droop: number];
  readonly horns?: 'unicorn' | 'cow' | 'antlers' | 'ossicones' | 'goat';
  readonly trunk?: boolean;
  readonly tail: 'mane' | 'thin' | 'stub';
  readonly hooved: boolean;
}

export interface HerdCoat {
  readonly base: Srgb;
  readonly light: Srgb;
  readonly mane: Srgb;
  readonly dark: Srgb;
}
