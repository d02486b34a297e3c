/** What an instruction is read as, told by `tell`; operations in the order in which they are carried out. */
export type ReadAs = readonly [prompt: string, operations: string];
