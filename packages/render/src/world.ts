/**
 * The vocabulary between whoever builds a world and the renderer that draws it: a world is static things (meshes,
 * materials, textures), a moment is where everything is and how it is lit at one instant.
 *
 * Units: metres, seconds, radians unless a name says degrees. Right-handed, y up, the ground near y = 0; a camera
 * usually looks towards −z. Colours are linear-light RGB, 0 black … 1 a white wall in the sun, above 1 emits; only
 * `Mesh.colors` and textures are 8-bit sRGB. Matrices are column-major 4 × 4 (three.js order).
 */

export type Rgb = readonly [red: number, green: number, blue: number];
export type Vec3 = readonly [x: number, y: number, z: number];

/** Triangles. Immutable once rendered: the renderer uploads a mesh once and recognises it by identity. */
export interface Mesh {
  /** 3 per vertex. */
  readonly positions: Float32Array;
  /** 3 per vertex, unit length. */
  readonly normals: Float32Array;
  /** 4 per vertex, sRGB 0–255; the fourth is baked ambient occlusion (255 = open). */
  readonly colors: Uint8Array;
  /** 2 per vertex, v = 0 at the top of the texture. Only meshes whose material has a texture need it. */
  readonly uvs?: Float32Array;
  /** 3 per triangle, counter-clockwise seen from outside; back faces are not drawn. */
  readonly indices: Uint32Array;
}

/** An 8-bit sRGB picture with straight alpha, row by row from the top left. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** What a surface looks like beside its vertex colours. Patterns are noise evaluated in object space while shading. */
export interface Material {
  /** Strength of the highlight, 0 matt … 1 lacquer. Default 0.05. */
  readonly specular?: number;
  /** Sharpness of the highlight, exponent 4 … 200. Default 16. */
  readonly gloss?: number;
  /** Light given off, as a factor of the surface colour. Default 0. Instances can scale it over time. */
  readonly emissive?: number;
  /** Diffuse light that wraps round the terminator, 0 … 1 (skin, cloth, leaves ≈ 0.4). Default 0. */
  readonly wrap?: number;
  /** Glow at grazing angles, 0 … 0.5 (fur, velvet). Default 0. */
  readonly rim?: number;
  /** How much of the mirror plane's picture the surface shows, 0 … 1 (wet asphalt 0.5, water 0.8). Default 0. */
  readonly mirror?: number;
  /** A procedural pattern, and how many of its features fit into a metre. Default none, 1. */
  readonly pattern?: Pattern;
  readonly patternScale?: number;
  /** Replaces the vertex colour. Texels with alpha below one half are holes. */
  readonly texture?: Texture;
}

export type Pattern =
  | 'none'
  | 'grain' /* fine speckle: plaster, sand, asphalt */
  | 'wood' /* streaks along x */
  | 'planks' /* boards along x with dark joints */
  | 'fabric' /* weave */
  | 'fur' /* short strokes */
  | 'rock' /* large, cracked noise */
  | 'grass' /* mottled greens along y */
  | 'bricks'
  | 'tiles'
  | 'marble'
  | 'water' /* moving ripples bend the normal */
  | 'snow' /* sparkle */
  | 'foliage' /* leafy mottling */
  | 'sand' /* wind ripples */
  | 'stripes';

export interface Instance {
  readonly mesh: Mesh;
  /** Index into `Moment.materials`. */
  readonly material: number;
  /** Object to world, 16 numbers. The renderer reads it during `render` only. */
  readonly matrix: Float32Array | readonly number[];
  /** Multiplies the vertex colour. Default white. */
  readonly tint?: Rgb;
  /** Multiplies the material's emission. Default 1. */
  readonly emissive?: number;
  /** Default true. */
  readonly castsShadow?: boolean;
  /** True when neither matrix nor mesh changes during the film, so that its shadow can be kept. Default false. */
  readonly isStatic?: boolean;
}

/** Light from one point, without a shadow; fades to nothing at `radius`. */
export interface PointLight {
  readonly position: Vec3;
  readonly color: Rgb;
  /** Metres. */
  readonly radius: number;
}

/** The one light with a shadow: sun, moon, a window or a lamp that is far enough to be parallel. */
export interface Sun {
  /** Towards the light, any length. */
  readonly direction: Vec3;
  readonly color: Rgb;
  /** Width of the shadow's edge in metres, 0 … 0.5. Default 0.05. */
  readonly softness?: number;
  /** The shadow map covers a box of this half size round `shadowCenter`, metres. Default 30 round the camera's target. */
  readonly shadowRadius?: number;
  readonly shadowCenter?: Vec3;
}

/** Light from all round: a hemisphere, from above and from below. */
export interface Ambient {
  readonly up: Rgb;
  readonly down: Rgb;
}

export interface Sky {
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  /** Below the horizon; default is the horizon's colour darkened. */
  readonly ground?: Rgb;
  /** Halo round the sun's direction. */
  readonly glow?: Rgb;
  /** 0 none … 1 a desert night. */
  readonly stars?: number;
  /** A band of nebula or milky way: its colour; black or absent for none. */
  readonly nebula?: Rgb;
  /** Cover, 0 clear … 1 overcast; colour of the lit and the shaded side; where the field of clouds has drifted to. */
  readonly clouds?: {
    readonly cover: number;
    readonly lit: Rgb;
    readonly shade: Rgb;
    readonly offset: readonly [number, number];
  };
  /** Suns, moons and planets: direction, apparent radius in radians, colour; `phase` 0 new … 1 full, default 1. */
  readonly discs?: readonly {
    readonly direction: Vec3;
    readonly radius: number;
    readonly color: Rgb;
    readonly phase?: number;
    readonly craters?: boolean;
  }[];
}

/** Exponential fog that thins with height. */
export interface Fog {
  readonly color: Rgb;
  /** Per metre at `baseHeight`: 0.005 haze, 0.05 thick fog. */
  readonly density: number;
  /** Per metre; 0 is uniform. */
  readonly heightFalloff: number;
  readonly baseHeight?: number;
}

/** Reflections in one horizontal plane (wet ground, water): the world is drawn a second time, upside down. */
export interface MirrorPlane {
  readonly height: number;
  /** 0 a mirror … 1 long vertical smears, as on rough wet asphalt. */
  readonly roughness: number;
  /** Amplitude of moving ripples, 0 … 1; `seconds` moves them. */
  readonly ripple: number;
  readonly seconds: number;
  readonly tint?: Rgb;
}

/**
 * Soft, camera-facing quads: smoke, flame, rain, snow, sparks, glows, leaves. Tested against depth softly; drawn in
 * the order given within the batch (sort far to near for `alpha`).
 */
export interface Sprites {
  readonly shape:
    | 'soft' /* round, gaussian */
    | 'puff' /* billowing, pre-lit */
    | 'streak' /* along `stretch` */
    | 'flake'
    | 'spark'
    | Texture;
  readonly blend: 'alpha' | 'add';
  readonly count: number;
  /** Per sprite 12 numbers: x y z · radius (m) · rotation · red green blue alpha · stretch x y z (m; a streak's tail). */
  readonly data: Float32Array;
  /** Where the light comes from, for `puff`. Default: the sun. */
  readonly lightPosition?: Vec3;
}

export const SPRITE_STRIDE = 12;

export interface Camera {
  readonly position: Vec3;
  readonly target: Vec3;
  /** Roll about the view axis. Default 0. */
  readonly roll?: number;
  readonly verticalFovDegrees: number;
  /** Default 0.1. */
  readonly near?: number;
  /** Sharp distance in metres and the strength of the blur behind it, 0 … 1. Absent: everything is sharp. */
  readonly focus?: { readonly distance: number; readonly blur: number };
}

/** What happens to the finished light: exposure first, then colour. All have neutral defaults. */
export interface Grade {
  readonly exposure?: number;
  readonly saturation?: number;
  readonly contrast?: number;
  /** Added to dark and to bright areas, about ±0.05. */
  readonly shadows?: Rgb;
  readonly highlights?: Rgb;
  readonly bloom?: number;
  readonly bloomThreshold?: number;
  readonly vignette?: number;
  readonly grain?: number;
  /** 0 colour … 1 black and white. */
  readonly monochrome?: number;
  /** Width : height of the picture between black bars; absent for none. */
  readonly letterbox?: number;
}

/** Repaints the graded picture; `styles/painters.ts` says who. */
export type PaintedStyle =
  | 'anime'
  | 'comic'
  | 'popArt'
  | 'ukiyoE'
  | 'sketch'
  | 'charcoal'
  | 'lineArt'
  | 'blueprint'
  | 'watercolor'
  | 'inkWash'
  | 'oil'
  | 'impressionist'
  | 'pastel'
  | 'pixel'
  | 'stainedGlass'
  | 'paperCut'
  | 'vaporwave'
  | 'vintage';

/** Clay is a matter of materials, natural of nothing. */
export type Style = 'natural' | 'clay' | PaintedStyle;

/** Shafts of light from a point or from the sun, smeared in screen space. */
export interface Shafts {
  readonly position: Vec3;
  readonly color: Rgb;
  readonly strength: number;
}

/** Everything the renderer needs for one frame. */
export interface Moment {
  readonly camera: Camera;
  readonly materials: readonly Material[];
  readonly instances: readonly Instance[];
  readonly sun: Sun;
  readonly ambient: Ambient;
  readonly lights: readonly PointLight[];
  readonly sky: Sky;
  readonly fog: Fog;
  readonly sprites: readonly Sprites[];
  readonly grade: Grade;
  readonly style: Style;
  readonly mirror?: MirrorPlane;
  readonly shafts?: Shafts;
  /** Drawn over the graded picture, stretched to the frame: titles, captions. */
  readonly overlay?: Texture;
  /** Seconds since the film began; moves water, grain and clouds' edges. */
  readonly seconds: number;
}
