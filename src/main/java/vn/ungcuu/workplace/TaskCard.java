package vn.ungcuu.workplace;

import java.util.List;

/**
 * What a card in Tasklist shows beside the engine's own.
 *
 * @param id of the task
 * @param ours whether the person's office may work on the task
 */
record TaskCard(String id, boolean ours, List<Sign> signs) {}
