package se.skolkvalitet.kit.events;

/** What an event is about; all events of one aggregate are in order. */
record Aggregate(String topic, String subject) {}
