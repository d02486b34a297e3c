/**
 * The trial kernel that ours grew from, when a copy of it lies at hand (`--trial=FOLDER` with its eng.mjs and kernel.ts). It
 * is no part of this repository; it is compiled in a folder of its own, without relaxed SIMD, as it came, and with it, as ours is.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mesh } from '@openimagine/render';
import asc from 'assemblyscript/asc';
import {
  AMBIENT,
  cameraAt,
  FIELD_COLOR,
  FOG,
  type Grove,
  HEIGHT,
  LAMPS,
  SHADOW_RADIUS,
  SHADOW_SIZE,
  SKY,
  SUN,
  TREE_COLOR,
  VERTICAL_FOV_DEGREES,
  WIDTH,
} from './render-scene.ts';

/** The version that the trial was written for. */
const THREE = 'three@0.180.0';
/** Taps of a film's frame, as ours takes them. */
const TAPS = { aoN: 6, taps: 9, aoR: 0.45 };

export interface TrialRenderer {
  /** Milliseconds of each stage, by the names of the stages that ours has too. */
  draw(seconds: number): Readonly<Record<string, number>>;
}

/** What is used of the trial's module. */
interface TrialModule {
  readonly Eng: new (width: number, height: number, multisampled: 0 | 1) => TrialEngine;
  readonly THREE: Record<string, new (...values: unknown[]) => Three>;
}
/** An object of three.js, as far as it is used here. */
interface Three {
  readonly position: { set(x: number, y: number, z: number): void };
  readonly scale: { setScalar(scale: number): void };
  readonly rotation: { y: number };
  lookAt(x: number, y: number, z: number): void;
  updateMatrixWorld(force?: boolean): void;
  setAttribute(name: string, attribute: Three): void;
  setIndex(attribute: Three): void;
}
interface TrialEngine {
  cfg: Record<string, number>;
  T: Record<string, number[]>;
  mesh(geometry: Three, color: number): unknown;
  add(mesh: unknown, object: Three, material: number, options: { stat: boolean }): void;
  mats(materials: readonly Record<string, number>[]): void;
  setWorld(world: Record<string, unknown>): void;
  lights(lights: readonly unknown[]): void;
  addShadow(index: number, size: number, camera: Three): { rad: number; bias: number };
  setCam(camera: Three): void;
  frame(seed: number, options: { cache: boolean; fxaa: boolean }): Uint8Array;
}

export type Trial = (grove: Grove) => TrialRenderer;

/** @param folder Of the trial. @param relaxed With relaxed SIMD, as our kernels are compiled. */
export async function openTrial(folder: string, relaxed: boolean): Promise<Trial> {
  const home = await mkdtemp(join(tmpdir(), 'openimagine-trial-'));
  // Its module reads the kernel anew for each renderer.
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  for (const file of ['eng.mjs', 'kernel.ts']) await cp(join(folder, file), join(home, file));
  await mkdir(join(home, 'node_modules'));
  execFileSync('npm', ['install', '--prefix', home, '--no-save', '--no-audit', '--no-fund', THREE], {
    stdio: 'ignore',
  });
  const features = ['--enable', 'simd', ...(relaxed ? ['--enable', 'relaxed-simd'] : [])];
  const options = ['kernel.ts', '--outFile', 'k.wasm', '-O3', ...features, '--runtime', 'stub', '--noAssert'];
  const { error, stderr } = await asc.main([...options, '--baseDir', home], {});
  if (error) throw new Error(`the trial kernel does not compile: ${stderr.toString()}`);
  const module = (await import(pathToFileURL(join(home, 'eng.mjs')).href)) as TrialModule;
  return (grove) => rendererOf(module, grove);
}

function rendererOf({ Eng, THREE: three }: TrialModule, grove: Grove): TrialRenderer {
  const make = (name: string, ...values: unknown[]): Three => new three[name]!(...values);
  const engine = new Eng(WIDTH, HEIGHT, 0);
  const geometry = (mesh: Mesh): Three => {
    const made = make('BufferGeometry');
    made.setAttribute('position', make('BufferAttribute', mesh.positions, 3));
    made.setAttribute('normal', make('BufferAttribute', mesh.normals, 3));
    made.setIndex(make('BufferAttribute', mesh.indices, 1));
    return made;
  };
  const place = (position: readonly [number, number, number], size: number, turn: number): Three => {
    const object = make('Object3D');
    object.position.set(...position);
    object.scale.setScalar(size);
    object.rotation.y = turn;
    object.updateMatrixWorld(true);
    return object;
  };
  engine.add(engine.mesh(geometry(grove.field), FIELD_COLOR), place([0, 0, 0], 1, 0), 1, { stat: true });
  const tree = engine.mesh(geometry(grove.tree), TREE_COLOR);
  for (const { position, size, turn } of grove.trees) engine.add(tree, place(position, size, turn), 2, { stat: true });
  engine.mats([{}, { spec: 0.1, gloss: 20 }, { spec: 0.1, gloss: 20, wrap: 0.2 }]);
  engine.setWorld({
    sunDir: SUN.direction,
    sun: SUN.color,
    zen: SKY.zenith,
    hor: SKY.horizon,
    glow: [1, 0.6, 0.3],
    ambUp: AMBIENT.up,
    ambDn: AMBIENT.down,
    rim: [0, 0, 0],
    fogD: FOG.density,
    fogH: FOG.heightFalloff,
    fog: FOG.color,
  });
  engine.lights(LAMPS.map(({ position, color, radius }) => ({ p: position, r: radius, c: color })));
  const sun = make('OrthographicCamera', -SHADOW_RADIUS, SHADOW_RADIUS, SHADOW_RADIUS, -SHADOW_RADIUS, 1, 150);
  const [x, y, z] = SUN.direction;
  sun.position.set(x * 50, y * 50, z * 50 - 20);
  sun.lookAt(0, 0, -20);
  Object.assign(engine.addShadow(0, SHADOW_SIZE, sun), { rad: 3, bias: 0.002 });
  Object.assign(engine.cfg, TAPS);
  const camera = make('PerspectiveCamera', VERTICAL_FOV_DEGREES, WIDTH / HEIGHT, 0.1, 200);
  return {
    draw(seconds) {
      const { position, target } = cameraAt(seconds);
      camera.position.set(...position);
      camera.lookAt(...target);
      engine.setCam(camera);
      engine.T = {};
      engine.frame(1, { cache: true, fxaa: true });
      const of = (stage: string): number => engine.T[stage]?.[0] ?? 0;
      return {
        geometry: of('gbuf'),
        shadow: of('shadow'),
        lights: of('cull'),
        mask: of('mask'),
        shade: of('shade'),
        bloom: of('bloom'),
        finish: of('finish'),
        i420: of('i420'),
      };
    },
  };
}
