/** Runs open jobs one after the other, oldest first. Jobs live in a store; this is only what runs them. */
export interface Queue {
  /** Runs whatever is open; returns at once. */
  wake(): void;
  /** Resolves when nothing is open any more. */
  idle(): Promise<void>;
  readonly busy: boolean;
}

/**
 * @param runAll runs what is open; called again where somebody asked meanwhile
 * @param failed told why `runAll` ended early; what is open stays so and is resumed
 * @param onBusy told when it begins to run jobs and when none is left
 */
export function makeRunner(
  runAll: () => Promise<void>,
  failed: (error: unknown) => void,
  onBusy: (busy: boolean) => void,
): Queue {
  let running: Promise<void> | undefined;
  let again = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      await runAll();
    } while (again);
  }

  function wake(): void {
    again = true;
    if (running !== undefined) return;
    onBusy(true);
    running = rounds()
      .catch(failed)
      .finally(() => {
        running = undefined;
        onBusy(false);
        if (again) wake(); // asked in the last moment
      });
  }

  return {
    wake,
    idle: async () => {
      while (running !== undefined) await running;
    },
    get busy() {
      return running !== undefined;
    },
  };
}
