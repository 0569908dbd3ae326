package se.skolkvalitet.kit.testapp;

import se.skolkvalitet.kit.text.Term;

public enum Colour implements Term {
    LIGHT_BLUE,
    RED
}
