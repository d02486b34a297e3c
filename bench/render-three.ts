/**
 * The grove drawn by three.js in a headless Chromium, whose WebGL is SwiftShader: a renderer on the CPU too, on as many
 * threads as there are processors. three.js is fetched into a temporary folder; nobody who installs this needs it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '@openimagine/media';
import type { Mesh, RenderedFrame } from '@openimagine/render';
import { openChromium } from '../e2e/open-chromium.ts';
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

const VERSION = '0.180.0';

export interface ThreeRenderer extends AsyncDisposable {
  readonly version: string;
  /** What draws for the browser. */
  readonly where: string;
  /** Milliseconds until the pixels of a frame are at hand. */
  draw(seconds: number, withLamps: boolean): Promise<number>;
  /** Writes what both draw at the beginning, to be compared by eye. */
  savePictures(folder: string, ours: RenderedFrame): Promise<void>;
}

/** @throws when there is no browser, or three.js cannot be fetched. */
export async function openThree(grove: Grove): Promise<ThreeRenderer> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-three-'));
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `three@${VERSION}`], {
    stdio: 'ignore',
  });
  const server = await serve(join(folder, 'node_modules/three/build'), sceneFor(grove));
  const { port } = server.address() as AddressInfo;
  const browser = await openChromium(['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction('window.grove !== undefined');
  const where = await page.evaluate<string>('grove.where');
  return {
    version: VERSION,
    where,
    draw: (seconds, withLamps) =>
      page.evaluate<number>(`grove.draw(${JSON.stringify(cameraAt(seconds))}, ${withLamps})`),
    async savePictures(to, ours) {
      await writeFile(join(to, 'ours.png'), await encodePng(ours));
      const url = await page.evaluate<string>(`grove.picture(${JSON.stringify(cameraAt(0))})`);
      await writeFile(join(to, 'three.png'), Buffer.from(url.split(',')[1]!, 'base64'));
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

function sceneFor({ field, tree, trees }: Grove): string {
  const plain = ({ positions, normals, indices }: Mesh) => ({
    positions: [...positions],
    normals: [...normals],
    indices: [...indices],
  });
  return JSON.stringify({ field: plain(field), tree: plain(tree), trees });
}

async function serve(build: string, scene: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const file = /^\/(three\.[a-z.]+\.js)$/.exec(path)?.[1];
    const [type, body] = file
      ? ['text/javascript', await readFile(join(build, file))]
      : path === '/scene.json'
        ? ['application/json', scene]
        : ['text/html', PAGE];
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

const hex = (color: number): string => `0x${color.toString(16)}`;
/** Colours are linear light here and there. Lights of three.js are divided by π by its materials. */
const PAGE = `<!doctype html><canvas id="c" width="${WIDTH}" height="${HEIGHT}"></canvas><script type="module">
import * as THREE from '/three.module.js';
const { field, tree, trees } = await (await fetch('/scene.json')).json();
const canvas = document.getElementById('c');
const renderer = new THREE.WebGLRenderer({ canvas, antialias: false, preserveDrawingBuffer: true });
renderer.setSize(${WIDTH}, ${HEIGHT}, false);
renderer.shadowMap.enabled = true;
renderer.shadowMap.type = THREE.PCFSoftShadowMap;
renderer.toneMapping = THREE.NoToneMapping;
const linear = (c) => new THREE.Color().setRGB(...c, THREE.LinearSRGBColorSpace);
const scene = new THREE.Scene();
scene.background = linear(${JSON.stringify(SKY.horizon)});
scene.fog = new THREE.FogExp2(linear(${JSON.stringify(FOG.color)}).getHex(), ${FOG.density} * 0.7);
const geometry = ({ positions, normals, indices }) => {
  const made = new THREE.BufferGeometry();
  made.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3));
  made.setAttribute('normal', new THREE.Float32BufferAttribute(normals, 3));
  made.setIndex(indices);
  return made;
};
const add = (form, color, { position, size, turn }) => {
  const mesh = new THREE.Mesh(form, color);
  mesh.position.set(...position); mesh.scale.setScalar(size); mesh.rotation.y = turn;
  mesh.castShadow = true; mesh.receiveShadow = true; mesh.matrixAutoUpdate = false; mesh.updateMatrix();
  scene.add(mesh);
};
const paint = (color) => new THREE.MeshPhongMaterial({ color, specular: 0x1a1a1a, shininess: 20 });
add(geometry(field), paint(${hex(FIELD_COLOR)}), { position: [0, 0, 0], size: 1, turn: 0 });
const [form, leaves] = [geometry(tree), paint(${hex(TREE_COLOR)})];
for (const one of trees) add(form, leaves, one);
const sun = new THREE.DirectionalLight(linear(${JSON.stringify(SUN.color)}), Math.PI);
const towards = new THREE.Vector3(...${JSON.stringify(SUN.direction)});
sun.target.position.set(0, 0, -20); sun.position.copy(towards).multiplyScalar(50).add(sun.target.position);
sun.castShadow = true; sun.shadow.mapSize.set(${SHADOW_SIZE}, ${SHADOW_SIZE});
const box = sun.shadow.camera; box.left = box.bottom = -${SHADOW_RADIUS}; box.right = box.top = ${SHADOW_RADIUS}; box.near = 1; box.far = 200;
sun.shadow.bias = -0.0005; sun.shadow.normalBias = 0.05;
scene.add(sun, sun.target, new THREE.HemisphereLight(linear(${JSON.stringify(AMBIENT.up)}), linear(${JSON.stringify(AMBIENT.down)}), Math.PI));
const lamps = ${JSON.stringify(LAMPS)}.map(({ position, color, radius }) => {
  const lamp = new THREE.PointLight(linear(color), Math.PI, radius, 2);
  lamp.position.set(...position);
  return lamp;
});
scene.add(...lamps);
const camera = new THREE.PerspectiveCamera(${VERTICAL_FOV_DEGREES}, ${WIDTH} / ${HEIGHT}, 0.1, 200);
const gl = renderer.getContext();
const pixels = new Uint8Array(${WIDTH} * ${HEIGHT} * 4);
const show = ({ position, target }, lit) => {
  camera.position.set(...position); camera.lookAt(...target);
  for (const lamp of lamps) lamp.visible = lit;
  renderer.render(scene, camera);
  gl.readPixels(0, 0, ${WIDTH}, ${HEIGHT}, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  // What stands still casts its shadow once, as with ours.
  renderer.shadowMap.autoUpdate = false;
};
const named = gl.getExtension('WEBGL_debug_renderer_info');
window.grove = {
  where: /SwiftShader/.test(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) ? 'SwiftShader' : gl.getParameter(named.UNMASKED_RENDERER_WEBGL),
  draw(view, lit) { const started = performance.now(); show(view, lit); return performance.now() - started; },
  picture(view) { show(view, true); return canvas.toDataURL('image/png'); },
};
</script>`;
