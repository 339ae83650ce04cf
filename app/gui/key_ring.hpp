// SPDX-License-Identifier: MIT
// Controls that the keyboard walks through: Tab and Shift+Tab go from one to the next, Enter and
// Space press it, Esc and the mouse leave. In a text field one can type at once.
//
// Promises: the walk follows the panels from the top to the bottom of the window and within a panel
// the order in which its controls stand; while a list or a dialog is open it stays inside; the
// control that has the keyboard is brought into sight and ringed.
#pragma once

#include <vector>

namespace miraimap::gui {

struct Ui;

struct KeyRing {
    struct Stop {
        unsigned id = 0;
        int panel = 0;          ///< order of the panels
        bool is_field = false;  ///< text is typed there
    };
    std::vector<Stop> stops;    ///< drawn in this frame
    unsigned focused = 0;       ///< 0: none
    int step_wanted = 0;        ///< 1 next, -1 the one before
    unsigned field_wanted = 0;  ///< a text field that gets the keyboard with the next frame
    bool arrived = false;       ///< to be brought into sight
    float low[2] = {0, 0};      ///< of the ring, on the screen
    float high[2] = {0, 0};
    bool takes_arrows = false;  ///< the control has Left and Right for itself
    bool seen = false;          ///< the focused control was drawn in this frame
};

/// Makes the last item a stop of the walk. @returns clicked, or true if the keyboard pressed it
bool key_pressed(const Ui& ui, bool clicked);
/// Whether the last item is the stop that has the keyboard.
bool has_keyboard(const Ui& ui);
/// What Left and Right do to the last item if it is the stop that has the keyboard; they are its
/// own then, alone and with Shift.
struct ArrowPress {
    int step = 0;  ///< -1, 0 or 1
    bool with_shift = false;
};
ArrowPress arrows_pressed(const Ui& ui);
/// A text field that is a stop of the walk: before and after it is drawn.
void before_field(const Ui& ui, unsigned id);
void after_field(const Ui& ui);
/// Whether a control has the keyboard, so that Enter and Space are its own.
bool control_has_keyboard(const KeyRing& ring);
/// At the end of a frame: takes the step that was asked for and draws the ring. True if another
/// frame is needed.
bool finish_key_ring(const Ui& ui);

}  // namespace miraimap::gui
