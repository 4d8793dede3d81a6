import { longestHandOver } from '../facts';
import { between, type EventGraph } from './event-graph';
import { behaviour } from './origins';

/** A component with a leader that may have been on the lost node. */
interface Led {
  readonly id: string;
  readonly actor: string;
  /** How it is called in a sentence, if not as the actor. */
  readonly name?: string;
  readonly election: { readonly lease: number; readonly retry: number };
  /** Where the times of its election are from. */
  readonly reference?: string;
}

/** Adds that another leader takes over. */
export function addHandOver(events: EventGraph, { id, actor, name = actor, election, reference }: Led): string {
  events.add({
    id,
    actor,
    what: `Another ${name} takes over, if the leader was on the node`,
    duration: between(0, longestHandOver(election)),
    origin: behaviour(`lease ${election.lease} s, retry ${election.retry} s`, reference),
  });
  return id;
}
