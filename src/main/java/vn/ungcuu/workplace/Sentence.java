package vn.ungcuu.workplace;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Why there is nothing to show, as the plug-ins of the web applications show it. */
record Sentence(String message) {

    static ResponseEntity<Object> refuse(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(new Sentence(sentence));
    }
}
