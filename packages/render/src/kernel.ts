/** Where the compiled kernels lie, and what they export. `scripts/build-kernel.mjs` makes them. */
export const kernelUrl: URL = new URL('../build/kernel.wasm', import.meta.url);

/** @param bytes The contents of the file at `kernelUrl`. */
export function compileKernel(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes);
}

type Numeric = (...values: number[]) => void;

/** Addresses and counts are integers; see the function of the same name under `kernel/` for its arguments. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  /** First byte that the kernels' own data leaves free. */
  readonly heapStart: () => number;
  readonly target: Numeric;
  readonly sampling: Numeric;
  readonly halves: Numeric;
  readonly tables: Numeric;
  readonly planes: Numeric;
  readonly fill: Numeric;
  readonly keepFirstSample: Numeric;
  readonly transform: Numeric;
  readonly transformHeights: Numeric;
  readonly transformDepth: Numeric;
  readonly openBands: Numeric;
  readonly collect: Numeric;
  readonly cutAt: Numeric;
  readonly drawBands: Numeric;
  readonly useTexture: Numeric;
  readonly halveTexture: Numeric;
  readonly cullLights: Numeric;
  readonly masks: Numeric;
  readonly halfSky: Numeric;
  readonly shade: Numeric;
  readonly finish: Numeric;
  readonly crop: Numeric;
  readonly antialias: Numeric;
  readonly toI420: Numeric;
  readonly rasterDepth: Numeric;
  readonly mask: Numeric;
  readonly blurMask: Numeric;
  readonly brightQuarter: Numeric;
  readonly halvePlane: Numeric;
  readonly gaussPlane: Numeric;
  readonly addDoubled: Numeric;
  readonly noiseBytes: () => number;
  readonly bakeNoise: Numeric;
  readonly spriteTarget: Numeric;
  readonly drawSprites: Numeric;
  readonly layOver: Numeric;
  readonly bars: Numeric;
  readonly stainSheet: Numeric;
  readonly wanderSheet: Numeric;
  readonly inkFrame: Numeric;
  readonly tendInk: Numeric;
  readonly sheetInk: Numeric;
  readonly celFrame: Numeric;
  readonly dottedFrame: Numeric;
  readonly woodblockFrame: Numeric;
  readonly graphiteFrame: Numeric;
  readonly linesFrame: Numeric;
  readonly washFrame: Numeric;
  readonly inkWashFrame: Numeric;
  readonly dabFrame: Numeric;
  readonly groundFrame: Numeric;
  readonly reliefFrame: Numeric;
  readonly nearestColors: Numeric;
  readonly blockFrame: Numeric;
  readonly leadNet: Numeric;
  readonly glassPieces: Numeric;
  readonly glassColors: Numeric;
  readonly glassFrame: Numeric;
  readonly paperFrame: Numeric;
  readonly toneFrame: Numeric;
  readonly gatherBlur: Numeric;
  readonly applyBlur: Numeric;
  readonly shaftSource: Numeric;
  readonly smearShafts: Numeric;
  readonly addShafts: Numeric;
  readonly overlay: Numeric;
  readonly mirrorRows: () => number;
  readonly interleave: Numeric;
  readonly smear: Numeric;
  readonly useMirror: Numeric;
  readonly placesBytes: (to: number) => number;
  readonly enlargingBytes: (from: number) => number;
  readonly planPlaces: Numeric;
  readonly enlargePlane: Numeric;
  readonly bakeCubic: Numeric;
  readonly warpPlane: Numeric;
  readonly layPlane: Numeric;
  readonly veilPlane: Numeric;
  readonly easel: Numeric;
  readonly shrinkFrame: Numeric;
  readonly lumaSheet: Numeric;
  readonly blendSheet: Numeric;
  readonly boxSheet: Numeric;
  readonly fineSheet: Numeric;
  readonly flowSheet: Numeric;
  readonly darkerSheet: Numeric;
  readonly followSheet: Numeric;
  readonly dragSheets: Numeric;
  readonly linkSheets: Numeric;
  readonly tightenLinks: Numeric;
  readonly runSheets: Numeric;
  readonly settleFlow: Numeric;
  readonly edgeSheet: Numeric;
  readonly slopeSheet: Numeric;
  readonly tableSheet: Numeric;
  readonly cubeFrame: Numeric;
  readonly animeFrame: Numeric;
  readonly comicFrame: Numeric;
  readonly watercolorFrame: Numeric;
  readonly oilFrame: Numeric;
  readonly sketchFrame: Numeric;
  readonly naturalFrame: Numeric;
  readonly cinematicFrame: Numeric;
  readonly noirFrame: Numeric;
  readonly clayFrame: Numeric;
  readonly laySheet: Numeric;
  readonly guideProducts: Numeric;
  readonly guideLine: Numeric;
  readonly guideRegion: Numeric;
  readonly lampSheet: Numeric;
  readonly stepSheet: Numeric;
  readonly nightFrame: Numeric;
  readonly frostSheet: Numeric;
  readonly spatialFrame: Numeric;
  readonly hazeSheet: Numeric;
  readonly cloudSheet: Numeric;
  readonly airFrame: Numeric;
}

export function instantiate(module: WebAssembly.Module): Kernel {
  const abort = () => {
    throw new Error('the render kernel stopped itself');
  };
  return new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as Kernel;
}
