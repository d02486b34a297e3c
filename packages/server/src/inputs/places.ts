/** At most so many at once of each owner; who comes beyond that does not wait. */
export interface Places {
  /** @returns Leaves again, to be called once; undefined when the owner has as many as it may. */
  enter(owner: string): (() => void) | undefined;
}

export function createPlaces(perOwner: number): Places {
  const taken = new Map<string, number>();
  return {
    enter(owner) {
      const before = taken.get(owner) ?? 0;
      if (before >= perOwner) return undefined;
      taken.set(owner, before + 1);
      return () => {
        const left = (taken.get(owner) ?? 0) - 1;
        if (left > 0) taken.set(owner, left);
        else taken.delete(owner);
      };
    },
  };
}
