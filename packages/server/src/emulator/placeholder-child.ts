import { serveTasks } from '@openimagine/media';
import { makePlaceholder, type Placeholder } from './placeholder-media.ts';

/** The child process that makes test cards. The parent is the only caller, and its types are these. */
serveTasks({ make: (card) => makePlaceholder(card as Placeholder) });
