/** The only place that may use the engine's internal API ({@code org.camunda.bpm.engine.impl}). */
package vn.ungcuu.procedure.engine;
