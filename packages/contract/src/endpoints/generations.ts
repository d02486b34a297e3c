import { GenerationItem, GenerationList, ListGenerationsQuery } from '../generations.ts';
import { type Endpoint, READING, READING_ONE, reply } from './endpoint.ts';

export const generationEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/v1/generations',
    operationId: 'listGenerations',
    summary: 'Pictures and videos of the team, newest first, with what they cost',
    tag: 'Generations',
    needsKey: true,
    query: ListGenerationsQuery,
    replies: { 200: reply('GenerationList', GenerationList, 'A page, and the totals of the filter.') },
    errors: [...READING, 'invalid-argument'],
  },
  {
    method: 'get',
    path: '/v1/generations/{generation_id}',
    operationId: 'getGeneration',
    summary: 'One picture request or video',
    tag: 'Generations',
    needsKey: true,
    replies: { 200: reply('Generation', GenerationItem, 'As in the list.') },
    errors: READING_ONE,
  },
];
