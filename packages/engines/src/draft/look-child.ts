import { serveTasks } from '@openimagine/media';
import { lookingTasks } from './tasks/looking-tasks.ts';
import { tidy } from './tidy.ts';

/** The child process that looks at pictures and clips: it holds the detectors, and nothing that draws. */

serveTasks(tidy(lookingTasks()));
