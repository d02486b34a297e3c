/**
 * Byte offsets of the blocks that the host writes and the kernels read. Plain constants: this file is read both by the
 * kernel's compiler and by the host, so that the two cannot disagree.
 */

/** Frame block: one view of the world. A vector takes 12 of its 16 bytes. */
export const U_CAMERA = 0;
export const U_RAY = 16; /* world ray through pixel (x, y), scaled so that point = camera + ray / inverse depth */
export const U_RAY_X = 32;
export const U_RAY_Y = 48;
export const U_SUN_DIRECTION = 64;
export const U_SUN = 80;
export const U_AMBIENT_UP = 96;
export const U_AMBIENT_DOWN = 112;
export const U_ZENITH = 128;
export const U_HORIZON = 144;
export const U_GROUND = 160;
export const U_GLOW = 176;
export const U_FOG = 192;
export const U_FOG_DENSITY = 208; /* at the camera's height, times what the falloff leaves there */
export const U_FOG_FALLOFF = 212;
export const U_FOCAL = 216; /* pixels */
export const U_SECONDS = 220;
export const U_NEBULA = 224;
export const U_STARS = 236;
export const U_CLOUD_LIT = 240;
export const U_CLOUD_COVER = 252;
export const U_CLOUD_SHADE = 256;
export const U_CLOUD_OFFSET = 268; /* two floats */
export const U_DISC_COUNT = 276; /* integer */
export const U_FLAGS = 280; /* integer: bit 0 nebula, bit 1 the mirror plane shows here */
export const U_MIRROR_HEIGHT = 288;
export const U_MIRROR_ROUGHNESS = 292;
export const U_MIRROR_RIPPLE = 296;
export const U_MIRROR_SECONDS = 300;
export const U_MIRROR_TINT = 304;
export const U_DISCS = 320;
export const DISC_BYTES = 64; /* direction, cosine of radius · right, phase · up, sine of radius · colour, craters */
export const MAX_DISCS = 8;
export const U_BYTES = 832;

export const FLAG_NEBULA = 1;
export const FLAG_MIRROR = 2;

/** Material table, a row each. */
export const M_SPECULAR = 0;
export const M_GLOSS = 4;
export const M_EMISSIVE = 8;
export const M_WRAP = 12;
export const M_RIM = 16;
export const M_MIRROR = 20;
export const M_PATTERN = 24; /* integer */
export const M_SCALE = 28;
export const MATERIAL_SHIFT = 5;

/** Table of drawn instances, a row each: three rows of the inverse matrix at world scale, then emission. */
export const I_EMISSIVE = 48;
export const INSTANCE_SHIFT = 6;

/** Table of point lights: position, 1 / radius² · colour, radius · the brightest channel. */
export const LIGHT_SHIFT = 6;
export const MAX_LIGHTS = 64;
/** A tile's list: one byte of count, then the numbers of its lights. */
export const TILE_SHIFT = 6;

/** Vertex as uploaded: position, normal, rgba8 (square root of linear light, and occlusion), uv. */
export const VERTEX_BYTES = 36;
/** Vertex as transformed: x y 1/w u · normal v · red green blue occlusion. */
export const OUT_BYTES = 48;
