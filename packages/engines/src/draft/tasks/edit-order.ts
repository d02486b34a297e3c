import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import {
  createEditor,
  createRandom,
  type EditAssets,
  type Editor,
  type Instruction,
  type Picture,
  type Sight,
  type Survey,
} from '@openimagine/scene';
import type { Studio } from '../draft-studio.ts';

/** A clip to be edited. Plain data: it travels to the render children. */
export interface EditOrder {
  readonly prompt: string;
  /** The input's file. */
  readonly path: string;
  /** Where its survey is left, for the tasks that come after. */
  readonly surveyPath: string;
  /** Of the output. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly seed: number;
}

/** What all tasks of an order go by. */
export interface Surveyed {
  readonly instruction: Instruction;
  readonly survey: Survey;
}

export async function saveSurvey(path: string, surveyed: Surveyed): Promise<void> {
  await writeFile(path, serialize(surveyed));
}

export async function loadSurvey(path: string): Promise<Surveyed> {
  return deserialize(await readFile(path)) as Surveyed;
}

/** What tools ask for that needs files, from the studio. */
function editAssets(studio: Studio, seed: number): EditAssets {
  return {
    paintText: (text, { font = 'sans', ...options }) =>
      studio.assets.paintText(text, { ...options, font: font === 'sign' ? 'display' : font }),
    paintThing: (key) => studio.assets.thing(key),
    paintScene(prompt, width, height) {
      const production = studio.produce({ prompt, seed, width, height, seconds: 8 });
      const { rgba, ...size } = studio
        .rendererFor(production)
        .render(production.stage.momentAt(production.stage.stillSeconds), seed);
      return { width: size.width, height: size.height, rgba: Uint8Array.from(rgba) };
    },
  };
}

/** The inputs of an order and what is in them; the first is the edited one. */
export interface Inside {
  readonly images: readonly Picture[];
  readonly looks: readonly Sight[];
}

/** @throws {EditError} when an operation cannot be carried out. */
export function openEditor(
  studio: Studio,
  { instruction, survey }: Surveyed,
  seed: number,
  inside: Inside = { images: [survey.representative.picture], looks: [survey.representative.sight] },
): Editor {
  const { kernel } = studio;
  const assets = editAssets(studio, seed);
  return createEditor(instruction, { kernel, survey, ...inside, assets, random: createRandom(seed) });
}

/** Keeps the editor of the order that a process worked on last: its segments share what tools prepare. */
export function createEditorKeeper(studio: Studio): (order: EditOrder, surveyed?: Surveyed) => Promise<Editor> {
  let kept: { readonly path: string; readonly editor: Editor } | undefined;
  return async (order, surveyed) => {
    if (kept?.path === order.surveyPath) return kept.editor;
    kept = undefined;
    const found = surveyed ?? (await loadSurvey(order.surveyPath));
    const editor = openEditor(studio, found, order.seed);
    kept = { path: order.surveyPath, editor };
    return editor;
  };
}
