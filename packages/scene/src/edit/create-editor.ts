import type { SoundCue } from '../sound/cue.ts';
import type { Box, Picture } from '../vision/sight.ts';
import { union } from './boxes.ts';
import { isClipOperation } from './clip-operations.ts';
import type { EditOperation, Instruction } from './operation.ts';
import type { EditMoment, FrameTool, ToolContext, ToolMaker } from './tool.ts';
import { type FrameKind, TOOL_MAKERS } from './tools/tool-makers.ts';

/** An instruction, ready to be carried out on the frames of one clip. */
export interface Editor {
  /** What was done, one sentence. */
  readonly description: string;
  /** What the tools add to the sound. */
  readonly cues: readonly SoundCue[];
  /** False when no frame is changed: only the sound or the timeline is. */
  readonly touchesFrames: boolean;
  /**
   * Edits a frame in place. Frames may come in any order.
   * @returns What was touched, in whole pixels within the frame, with even corners; undefined: nothing.
   */
  edit(frame: Picture, moment: EditMoment): Box | undefined;
}

/** @throws {EditError} when one of the operations cannot be carried out on this clip. */
export function createEditor(instruction: Instruction, context: ToolContext): Editor {
  const operations = instruction.operations.filter((operation) => !isClipOperation(operation));
  const tools = operations.map((operation, index) =>
    makeTool(operation, { ...context, random: context.random.fork(`${index}:${operation.kind}`) }),
  );
  return {
    description: instruction.description,
    cues: tools.flatMap(({ cues = [] }) => cues),
    touchesFrames: tools.length > 0,
    edit(frame, moment) {
      let touched: Box | undefined;
      for (const tool of tools) touched = union(touched, tool.apply(frame, moment));
      return touched && snapBox(touched, frame);
    },
  };
}

function makeTool(operation: EditOperation, context: ToolContext): FrameTool {
  const make = TOOL_MAKERS[operation.kind as FrameKind] as ToolMaker<EditOperation['kind']>;
  return make(operation, context);
}

/** Grows a box to whole pairs of pixels, which share their colour in 4:2:0, and keeps it within the frame. */
export function snapBox(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Box | undefined {
  const left = Math.max(0, Math.floor(box.x / 2) * 2);
  const top = Math.max(0, Math.floor(box.y / 2) * 2);
  const right = Math.min(width, Math.ceil((box.x + box.width) / 2) * 2);
  const bottom = Math.min(height, Math.ceil((box.y + box.height) / 2) * 2);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}
