/** One moment to one picture: the passes in order, on one thread. */
import { FinishPass } from './finish-pass.ts';
import { writeFrameBlock } from './frame-block.ts';
import { GeometryPass } from './geometry-pass.ts';
import { MAX_LIGHTS } from './kernel/layout.ts';
import { instantiate, type Kernel } from './kernel.ts';
import { LensPass } from './lens-pass.ts';
import { MaskPass } from './mask-pass.ts';
import { Memory } from './memory.ts';
import { MirrorPass } from './mirror-pass.ts';
import { type Prepared, SceneTables } from './scene-tables.ts';
import { type ShadowMap, ShadowPass } from './shadow-pass.ts';
import { SpritePass } from './sprite-pass.ts';
import { Target } from './target.ts';
import { Uploads } from './uploads.ts';
import { type View, viewOf } from './view.ts';
import type { Moment } from './world.ts';

export interface RendererOptions {
  /** From `compileKernel`; one module serves any number of renderers. */
  readonly kernel: WebAssembly.Module;
  /** Pixels, 16 … 3232. */
  readonly width: number;
  readonly height: number;
  /** Samples a pixel: 1 smooths edges afterwards and suits film, 4 suits stills. */
  readonly samples: 1 | 4;
}

export interface RenderedFrame {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top left, opaque. A view: valid until the next `render` or `dispose`. */
  readonly rgba: Uint8Array;
  /**
   * Planes Y, U, V in BT.709 limited range, for encoders. A view too.
   * @throws {RangeError} when width or height is odd.
   */
  i420(): Uint8Array;
}

export interface Renderer {
  readonly width: number;
  readonly height: number;
  /**
   * Same moment and seed, same bytes. `frameSeed` moves the film grain only. The very moment that was drawn last costs
   * nothing more, unless it has grain.
   */
  render(moment: Moment, frameSeed: number): RenderedFrame;
  /** Milliseconds of each pass in the last frame. */
  readonly timings: Readonly<Record<string, number>>;
  /** Bytes that the renderer holds; flat over a film. */
  readonly memoryBytes: number;
  /** Triangles sent to the rasterizer in the last frame. */
  readonly triangleCount: number;
  /** Lets go of the meshes and textures of a world that is not drawn again, and keeps its buffers for the next. */
  forget(): void;
  /** Lets go of the memory; the renderer cannot be used again. */
  dispose(): void;
}

/** A film's frames show too briefly for the last bit of softness. */
const TAPS_STILL = { occlusion: 8, shadow: 12 };
const TAPS_FILM = { occlusion: 4, shadow: 9 };
const SHADOW_SIZE_STILL = 2048;
const SHADOW_SIZE_FILM = 1536;
const SIDE_MIN = 16;
const SIDE_MAX = 3232;
/** Four samples take 64 bytes a pixel while drawing: 4.4 M pixels are 280 MB. Larger pictures get one sample and smoothing. */
const MULTISAMPLED_PIXELS_MAX = 4_400_000;

/** @throws {RangeError} for sides outside 16 … 3232. */
export function createRenderer(options: RendererOptions): Renderer {
  for (const side of [options.width, options.height]) {
    if (!Number.isInteger(side) || side < SIDE_MIN || side > SIDE_MAX) {
      throw new RangeError(`a picture's side is ${side} pixels; it must be a whole number, ${SIDE_MIN} … ${SIDE_MAX}`);
    }
  }
  return new DeferredRenderer(options);
}

class DeferredRenderer implements Renderer {
  readonly width: number;
  readonly height: number;
  readonly #samples: 1 | 4;
  #stages: Stages | undefined;
  #timings: Record<string, number> = {};
  #lapStart = 0;
  /** The last frame, kept for a moment that is shown again. */
  #held: { readonly moment: Moment; readonly frame: RenderedFrame } | undefined;
  triangleCount = 0;

  constructor({ kernel, width, height, samples }: RendererOptions) {
    this.width = width;
    this.height = height;
    this.#samples = width * height > MULTISAMPLED_PIXELS_MAX ? 1 : samples;
    this.#stages = createStages(instantiate(kernel), width, height, this.#samples);
  }

  get timings(): Readonly<Record<string, number>> {
    return this.#timings;
  }

  get memoryBytes(): number {
    return this.#stages?.memory.byteLength ?? 0;
  }

  forget(): void {
    this.#stages?.uploads.clear();
    this.#stages?.shadow.forget();
    this.#held = undefined;
  }

  dispose(): void {
    this.#stages = undefined;
    this.#held = undefined;
  }

  render(moment: Moment, frameSeed: number): RenderedFrame {
    const stages = this.#stages;
    if (!stages) throw new Error('this renderer was disposed');
    const { target, finish } = stages;
    this.#timings = {};
    // Held pictures: only grain would differ.
    if (this.#held?.moment === moment && !moment.grade.grain) return this.#held.frame;
    this.#lapStart = performance.now();
    stages.uploads.nextFrame();
    const prepared = stages.tables.write(moment, stages.uploads);
    const view = viewOf(moment.camera, target);
    stages.geometry.vertexRoom(prepared);
    this.#lap('prepare');
    this.#drawView(stages, moment, prepared, view);
    const rgba = finish.finish(moment, target, frameSeed, this.#samples === 1, (pass) => this.#lap(pass));
    const frame: RenderedFrame = {
      width: this.width,
      height: this.height,
      rgba,
      i420: () => {
        this.#lapStart = performance.now();
        const planes = finish.i420(target);
        this.#lap('i420');
        return planes;
      },
    };
    this.#held = { moment, frame };
    return frame;
  }

  #drawView(stages: Stages, moment: Moment, prepared: readonly Prepared[], view: View): void {
    const { kernel, memory, target, tables, geometry } = stages;
    target.use(kernel, tables, this.#samples);
    this.triangleCount = geometry.draw(prepared, view, target, this.#samples);
    this.#lap('raster');
    const shadow = stages.shadow.draw(moment, prepared, geometry.vertexRoom(prepared));
    this.#lap('shadow');
    const isMirrored = this.#drawMirror(stages, moment, prepared, view, shadow);
    writeFrameBlock(memory.floats(target.frame, 256), memory.words(target.frame, 256), moment, view, isMirrored);
    memory.floats(tables.scratch, 16).set(view.toView);
    const lights = Math.min(MAX_LIGHTS, moment.lights.length);
    kernel.cullLights(lights, tables.scratch, view.focal, view.centreX, view.centreY);
    this.#lap('lights');
    const taps = this.#samples === 4 ? TAPS_STILL : TAPS_FILM;
    stages.mask.draw(shadow, taps.occlusion, taps.shadow);
    this.#lap('mask');
    kernel.halfSky(target.halfSky, 0, target.bufferHeight / 2);
    kernel.shade(0, target.bufferHeight);
    this.#lap('shade');
    if (this.#samples === 4) {
      // What follows looks at the geometry a pixel at a time.
      for (const plane of [target.depth, target.normals, target.colors, target.ids]) kernel.keepFirstSample(plane);
      kernel.sampling(0);
      this.#lap('resolve');
    }
    stages.sprites.draw(moment.sprites, view, target);
    this.#lap('sprites');
    if (moment.camera.focus || moment.shafts) {
      stages.lens ??= new LensPass(kernel, memory, target);
      stages.lens.draw(moment, view);
      this.#lap('lens');
    }
  }

  /** @returns Whether any visible surface shows the mirror plane's picture, which is then ready. */
  #drawMirror(stages: Stages, moment: Moment, prepared: readonly Prepared[], view: View, shadow: ShadowMap): boolean {
    const { kernel, memory, target, tables, geometry, sprites } = stages;
    const { mirror } = moment;
    if (!mirror || view.position[1] <= mirror.height) return false;
    const rows = kernel.mirrorRows();
    if (rows === 0) return false;
    stages.mirror ??= new MirrorPass(kernel, memory, target);
    const scene = { moment, prepared, view, tables, geometry, sprites, shadow };
    stages.mirror.draw(scene, mirror, { first: rows >>> 16, behind: rows & 0xffff });
    target.use(kernel, tables, this.#samples);
    this.#lap('mirror');
    return true;
  }

  #lap(pass: string): void {
    const now = performance.now();
    this.#timings[pass] = (this.#timings[pass] ?? 0) + now - this.#lapStart;
    this.#lapStart = now;
  }
}

interface Stages {
  readonly kernel: Kernel;
  readonly memory: Memory;
  readonly target: Target;
  readonly tables: SceneTables;
  readonly uploads: Uploads;
  readonly geometry: GeometryPass;
  readonly shadow: ShadowPass;
  readonly mask: MaskPass;
  readonly sprites: SpritePass;
  /** Made when a moment first needs it. */
  mirror?: MirrorPass;
  lens?: LensPass;
  readonly finish: FinishPass;
}

function createStages(kernel: Kernel, width: number, height: number, samples: 1 | 4): Stages {
  const memory = new Memory(kernel.memory, kernel.heapStart());
  kernel.bakeNoise(memory.allocate(kernel.noiseBytes()));
  const target = new Target(memory, width, height, samples);
  const tables = new SceneTables(memory);
  const uploads = new Uploads(kernel, memory);
  const geometry = new GeometryPass(kernel, memory);
  const finish = new FinishPass(kernel, memory, uploads, target);
  const shadow = new ShadowPass(kernel, memory, samples === 4 ? SHADOW_SIZE_STILL : SHADOW_SIZE_FILM);
  const sprites = new SpritePass(kernel, memory, uploads);
  const mask = new MaskPass(kernel, memory, target);
  return { kernel, memory, target, tables, uploads, geometry, shadow, mask, sprites, finish };
}
