import { serveTasks } from '@openimagine/media';
import { openStudio } from './draft-studio.ts';
import { animationTasks } from './tasks/animation-tasks.ts';
import { drawingTasks } from './tasks/drawing-tasks.ts';
import { editingTasks } from './tasks/editing-tasks.ts';
import { extensionTasks } from './tasks/extension-tasks.ts';
import { referenceTasks } from './tasks/reference-tasks.ts';
import { tidy } from './tidy.ts';

/** The child process that draws. One task at a time; what it loads it keeps. */

const studio = await openStudio();

serveTasks({
  ...drawingTasks(studio),
  ...tidy({
    ...editingTasks(studio),
    ...animationTasks(studio),
    ...extensionTasks(studio),
    ...referenceTasks(studio),
  }),
});
