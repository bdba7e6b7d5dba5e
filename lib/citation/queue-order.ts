/**
 * How many votes that count a target should have before the queue lets it rest. The trigger that takes it out
 * (`db/migrations`, "queue_order") holds the same number.
 */
export const VOTES_WANTED = 3;

/** How many targets get their first, second and third votes before the next ones begin. */
export const BATCH_SIZE = 50;
