import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the models of one library answer, in pixels of the tensor that they were given. Only what we read is named. */
export interface HumanResult {
  readonly face: readonly {
    readonly box: readonly [number, number, number, number];
    readonly score: number;
    readonly mesh: readonly (readonly [number, number, number?])[];
  }[];
  readonly body: readonly {
    readonly box: readonly [number, number, number, number];
    readonly score: number;
    readonly keypoints: readonly {
      readonly part: string;
      readonly position: readonly [number, number];
      readonly score: number;
    }[];
  }[];
  readonly object: readonly {
    readonly label: string;
    readonly score: number;
    readonly box: readonly [number, number, number, number];
  }[];
}

/** Which models to run on a picture. */
export interface HumanWish {
  readonly faces: boolean;
  readonly bodies: boolean;
  readonly things: boolean;
  readonly facesMax: number;
}

/** The models, loaded. One picture at a time. */
export interface HumanLibrary {
  /** @param rgb `3 × width × height` values, 0 to 255. */
  look(rgb: Float32Array, size: { width: number; height: number }, wish: HumanWish): Promise<HumanResult>;
}

interface Tensor {
  dispose(): void;
}

interface TensorFlow {
  readonly io: {
    registerLoadRouter(router: (url: string | string[]) => { load(): Promise<unknown> } | null): void;
  };
  setBackend(name: string): Promise<boolean>;
  tensor3d(values: Float32Array, shape: [number, number, number], type: 'float32'): Tensor;
}

interface Human {
  detect(input: Tensor, config: object): Promise<HumanResult & { readonly error?: string | null }>;
  load(): Promise<void>;
}

/** Loads models and WebAssembly from the installed packages, and nothing from anywhere else. */
export async function openHumanLibrary(): Promise<HumanLibrary> {
  const home = findPackage('@vladmandic/human');
  const requireThere = createRequire(join(home, 'dist', 'human.node-wasm.js'));
  const tf = requireThere('@tensorflow/tfjs-core') as TensorFlow;
  tf.io.registerLoadRouter(loadModelFile);
  const { Human } = requireThere('./human.node-wasm.js') as { Human: new (config: object) => Human };
  const wasm = dirname(dirname(requireThere.resolve('@tensorflow/tfjs-backend-wasm')));
  const human = new Human(humanConfig(home, join(wasm, 'wasm-out/')));
  await human.load();
  return {
    async look(rgb, { width, height }, wish) {
      const tensor = tf.tensor3d(rgb, [height, width, 3], 'float32');
      try {
        const result = await human.detect(tensor, {
          face: { enabled: wish.faces, detector: { maxDetected: wish.facesMax } },
          body: { enabled: wish.bodies },
          object: { enabled: wish.things },
        });
        if (result.error) throw new Error(`the detectors failed: ${result.error}`);
        return result;
      } finally {
        tensor.dispose();
      }
    },
  };
}

/**
 * Where a package lies. Its own exports do not lead to the build that computes in WebAssembly, and the builds that they
 * do lead to are not installed, so it cannot be resolved by name.
 */
function findPackage(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const home = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!home) throw new Error(`${name} is not installed: run npm ci`);
  return home;
}

/** Every picture is judged on its own: no frames are skipped, nothing is kept from the picture before. */
function humanConfig(home: string, wasmPath: string): object {
  const always = { skipFrames: 0, skipTime: 0 };
  return {
    backend: 'wasm',
    wasmPath,
    modelBasePath: pathToFileURL(join(home, 'models/')).href,
    debug: false,
    async: false,
    warmup: 'none',
    cacheModels: false,
    cacheSensitivity: 0,
    skipAllowed: false,
    validateModels: false,
    filter: { enabled: false },
    gesture: { enabled: false },
    hand: { enabled: false },
    segmentation: { enabled: false },
    face: {
      enabled: true,
      detector: { ...always, rotation: true, maxDetected: 8, minConfidence: 0.3, minSize: 12, iouThreshold: 0.3 },
      mesh: { enabled: true },
      iris: { enabled: true },
      attention: { enabled: false },
      emotion: { enabled: false },
      description: { enabled: false },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
    body: { ...always, enabled: true, minConfidence: 0.2, maxDetected: 1 },
    object: { ...always, enabled: true, minConfidence: 0.25, maxDetected: 20, iouThreshold: 0.4 },
  };
}

/** Reads a model from a file URL: TensorFlow's own loader for the web knows no files. */
function loadModelFile(url: string | string[]): { load(): Promise<unknown> } | null {
  if (typeof url !== 'string' || !url.startsWith('file:')) return null;
  return {
    async load() {
      const path = fileURLToPath(url);
      const model = JSON.parse(await readFile(path, 'utf8')) as {
        readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly object[] }[];
      } & Record<string, unknown>;
      const paths = model.weightsManifest.flatMap((group) => group.paths);
      const weights = Buffer.concat(await Promise.all(paths.map((name) => readFile(join(dirname(path), name)))));
      const { weightsManifest, ...rest } = model;
      return {
        ...rest,
        weightSpecs: weightsManifest.flatMap((group) => group.weights),
        weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
      };
    },
  };
}
