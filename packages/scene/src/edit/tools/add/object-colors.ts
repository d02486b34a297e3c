import type { AddedObject } from '../../operation.ts';
import type { Material } from './shade.ts';

/** What something precious is made of. */
export interface Shine {
  /** sRGB hex. */
  readonly color: string;
  /** Of a stone that goes with it. */
  readonly stone: string;
}

/** Silver unless something else is said. */
export function shineOf(material: AddedObject['material'], color: string | undefined): Shine {
  if (material === 'gold') return { color: '#ffd98a', stone: color ?? '#f3f6ff' };
  return { color: '#f7f5f1', stone: color ?? '#dfeaff' };
}

/** How a material named in an instruction takes the light. */
export function finishOf(material: AddedObject['material'], otherwise: Material['finish']): Material['finish'] {
  switch (material) {
    case 'gold':
    case 'silver':
      return 'metal';
    case 'pearl':
      return 'pearl';
    case 'glass':
    case 'leather':
    case 'plastic':
    case 'wood':
      return 'shiny';
    case 'cloth':
      return 'cloth';
    default:
      return otherwise;
  }
}

const MATERIAL_COLORS: Readonly<Partial<Record<NonNullable<AddedObject['material']>, string>>> = {
  gold: '#ffd98a',
  silver: '#f7f5f1',
  leather: '#6b4128',
  wood: '#9a6a3c',
  pearl: '#f4eee6',
};

/** The colour that an instruction gives, or its material's, or the usual one. */
export function colorOf(object: AddedObject, usual: string): string {
  return object.color ?? (object.material && MATERIAL_COLORS[object.material]) ?? usual;
}
