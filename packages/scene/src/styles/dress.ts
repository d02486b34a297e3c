import type { Material, Pattern } from '@openimagine/render';

/** Patterns that are the thing itself rather than the feel of its surface. */
const STRUCTURE: ReadonlySet<Pattern> = new Set(['bricks', 'tiles', 'planks', 'stripes', 'water']);

/** Without the grain of its surface: flat colour, no highlight, for styles that draw. */
export function plain(material: Material): Material {
  const { pattern = 'none' } = material;
  return { ...material, specular: 0, rim: 0, pattern: STRUCTURE.has(pattern) ? pattern : 'none' };
}

/** Nothing but its colour: no pattern at all. */
export function bare(material: Material): Material {
  return { ...material, specular: 0, rim: 0, pattern: 'none' };
}

/** Like a toy fresh out of its mould: smooth, with a soft broad gleam. */
export function moulded(material: Material): Material {
  const { pattern = 'none', mirror = 0, specular = 0 } = material;
  return {
    ...material,
    specular: Math.max(0.3, specular),
    gloss: 42,
    wrap: 0.3,
    rim: 0.16,
    mirror,
    pattern: STRUCTURE.has(pattern) ? pattern : 'none',
  };
}
